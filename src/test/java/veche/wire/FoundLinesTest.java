package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lines that fuzzing starts from, and those that it has found.
class FoundLinesTest {

    static Stream<Path> lines() throws IOException, URISyntaxException {
        return files().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void noTextBreaksAnything(Path file) throws IOException {
        WireRules.check(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    @Test
    void thereAreSome() throws IOException, URISyntaxException {
        assertThat(files()).hasSizeGreaterThan(2);
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        var folder =
                Objects.requireNonNull(
                        FoundLinesTest.class.getResource(
                                "MessageFuzzTestInputs/noTextBreaksAnything"));
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(Path.of(folder.toURI()))) {
            found.forEach(files::add);
        }
        return files;
    }
}
