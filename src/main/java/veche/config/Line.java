package veche.config;

import java.util.HashSet;
import java.util.List;

/// The protocol for people with netcat.
///
/// @param listen where it is spoken; at least one address, and none twice
/// @param proxies from where proxies connect, which say first for whom (the PROXY protocol)
public record Line(List<Address> listen, List<Network> proxies) {

    public Line {
        listen = List.copyOf(listen);
        proxies = List.copyOf(proxies);
        new Check()
                .that("listen", !listen.isEmpty(), Words.of("must.addresses"))
                .that("listen", !hasTwins(listen), Words.of("must.distinct"))
                .pass();
    }

    static Line from(Section section) {
        return new Line(
                section.list("listen", Kind.ADDRESS), section.list("proxies", Kind.NETWORK));
    }

    private static boolean hasTwins(List<Address> listen) {
        var seen = new HashSet<Address>();
        return listen.stream()
                .filter(address -> address.port() != Address.ANY_FREE)
                .anyMatch(address -> !seen.add(address));
    }
}
