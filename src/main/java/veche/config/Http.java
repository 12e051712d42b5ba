package veche.config;

import java.util.List;

/// What browsers and programs that look after the server can ask of it.
///
/// @param listen where HTTP is spoken; none if nowhere
public record Http(List<Address> listen) {

    public Http {
        listen = List.copyOf(listen);
    }

    static Http from(Section section) {
        return new Http(section.list("listen", Kind.ADDRESS));
    }
}
