package veche.config;

import java.util.List;

/// What the server is called, and what it says of itself.
///
/// @param name of this server, such as `irc.example.org`: a word with a dot in it
/// @param network of which it is a part, as people see it; a word
/// @param motd the message of the day, a line each; none if it has none
public record Site(String name, String network, List<String> motd) {

    public Site {
        motd = List.copyOf(motd);
        new Check()
                .that(
                        "name",
                        name.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
                        Words.of("must.server"))
                .that(
                        "network",
                        network.matches("[\\p{L}\\p{N}._-]{1,32}"),
                        Words.of("must.network-name"))
                .pass();
    }

    static Site from(Section section) {
        return new Site(
                section.read("name", Kind.TEXT),
                section.read("network", Kind.TEXT),
                section.list("motd", Kind.TEXT));
    }
}
