package veche.config;

import java.util.List;

/// What the server is called, and what it says of itself.
///
/// @param name of this server, such as `irc.example.org`: a word with a dot in it
/// @param network of which it is a part, as people see it; a word
/// @param description what it is, in a line, as IRC clients see it
/// @param administrator who runs it, and how to reach them: up to three lines; none if that is
///   nobody's business
/// @param motd the message of the day, a line each; none if it has none
public record Site(
        String name,
        String network,
        String description,
        List<String> administrator,
        List<String> motd) {

    public Site {
        administrator = List.copyOf(administrator);
        motd = List.copyOf(motd);
        new Check()
                .that(
                        "name",
                        name.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
                        Words.of("must.server"))
                .that("network", isWord(network), Words.of("must.network-name"))
                .that("description", !description.isBlank(), Words.of("must.words"))
                .that("administrator", administrator.size() <= 3, Words.of("must.three-lines"))
                .pass();
    }

    static boolean isWord(String text) {
        return text.matches("[\\p{L}\\p{N}._-]{1,32}");
    }

    static Site from(Section section) {
        return new Site(
                section.read("name", Kind.TEXT),
                section.read("network", Kind.TEXT),
                section.read("description", Kind.TEXT),
                section.list("administrator", Kind.TEXT),
                section.list("motd", Kind.TEXT));
    }
}
