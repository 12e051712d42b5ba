package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import veche.language.Language;

/// `veche ctl`, for tests of other floors.
public final class Ctl {

    /// What came back.
    ///
    /// @param exit the exit status
    /// @param out what was printed
    /// @param err what was complained of
    public record Answer(int exit, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }
    }

    private Ctl() {}

    public static Answer run(Path data, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var client =
                new ControlClient(
                        data,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        null);
        var exit = client.run(new Request(List.of(words), false, Language.ENGLISH));
        return new Answer(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
