package veche.config;

import java.util.List;
import java.util.Optional;

/// What the server is called, and what it says of itself.
///
/// @param name of this server, such as `irc.example.org`: a word with a dot in it
/// @param network of which it is a part, as people see it; a word
/// @param description what it is, in a line, as IRC clients see it
/// @param administrator who runs it, and how to reach them: up to three lines; none if that is
///   nobody's business
/// @param icon where a picture is that stands for the network; empty if there is none
/// @param motd the message of the day, a line each; none if it has none
public record Site(
        String name,
        String network,
        String description,
        List<String> administrator,
        Optional<String> icon,
        List<String> motd) {

    /// As long as IRC lets it be (RFC 2812 section 1.1), so that lines have room for what they say.
    private static final int LONGEST_NAME = 63;

    private static final Kind<String> URL =
            Kind.text("https?://[!-~]{1,250}", Words.of("must.url"));

    public Site {
        administrator = List.copyOf(administrator);
        motd = List.copyOf(motd);
        new Check()
                .that(
                        "name",
                        name.length() <= LONGEST_NAME
                                && name.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
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
                section.read("icon", URL.or("", Optional.empty(), Optional::of)),
                section.list("motd", Kind.TEXT));
    }
}
