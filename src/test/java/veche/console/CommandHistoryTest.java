package veche.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that were given before, whatever is the matter with their file.
class CommandHistoryTest {

    @TempDir Path folder;

    private CommandHistory history(Path file) throws IOException {
        var terminal =
                new DumbTerminal(
                        new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
        var history = new CommandHistory();
        history.attach(
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .history(history)
                        .variable(LineReader.HISTORY_FILE, file)
                        .build());
        return history;
    }

    @Test
    void commandsAreThereThoughTheyCannotBeWritten() throws IOException {
        var history = history(Files.createDirectory(folder.resolve("console.history")));
        history.add("status");
        history.save();
        assertThat(history.get(history.last())).isEqualTo("status");
    }

    @Test
    void aFileThatIsNoTextIsNotRead() throws IOException {
        var file = Files.write(folder.resolve("console.history"), new byte[] {-1, -2, '\n'});
        var history = history(file);
        history.load();
        assertThat(history.isEmpty()).isTrue();
    }
}
