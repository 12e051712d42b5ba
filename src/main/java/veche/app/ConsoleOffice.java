package veche.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.event.Level;
import veche.console.LogStream;
import veche.console.ServiceLog;
import veche.irc.Office;

/// The console of the server, as operators of IRC reach it.
///
/// @param control whose commands there are; asked when somebody wants something
record ConsoleOffice(Supplier<Control> control, ServiceLog serviceLog) implements Office {

    @Override
    public int run(String operator, String line, Consumer<String> answer) {
        return control.get().commands().run(operator, line, answer).code();
    }

    @Override
    public List<Completion> complete(String line) {
        return control.get().commands().complete(line).stream()
                .map(it -> new Completion(it.start(), it.text()))
                .toList();
    }

    @Override
    public List<String> figures(int bytes) {
        return control.get().allFigures().documents(bytes);
    }

    @Override
    public Log follow(Level level, String text) {
        return new Following(serviceLog.follow(level, text));
    }

    private record Following(LogStream stream) implements Log {

        @Override
        public Optional<Heard> next() throws InterruptedException {
            return stream.next()
                    .map(it ->
                            new Heard(it.time(), it.level(), it.source(), it.text(), it.missed()));
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
