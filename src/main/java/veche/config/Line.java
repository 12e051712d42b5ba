package veche.config;

import java.util.HashSet;
import java.util.List;

/// The protocol for people with netcat.
///
/// @param listen where it is spoken; at least one address, and none twice
public record Line(List<Address> listen) {

    public Line {
        listen = List.copyOf(listen);
        new Check()
                .that("listen", !listen.isEmpty(), Words.of("must.addresses"))
                .that("listen", !hasTwins(listen), Words.of("must.distinct"))
                .pass();
    }

    static Line from(Section section) {
        return new Line(section.list("listen", Kind.ADDRESS));
    }

    private static boolean hasTwins(List<Address> listen) {
        var seen = new HashSet<Address>();
        return listen.stream()
                .filter(address -> address.port() != Address.ANY_FREE)
                .anyMatch(address -> !seen.add(address));
    }
}
