package veche.console;

import java.util.Optional;
import java.util.function.Consumer;

/// An operator who sits at an IRC client: answers go there line by line, and nothing is asked,
/// since a secret would go through everything that keeps what is said.
final class NoticeDesk implements Desk {

    private final String operator;
    private final Consumer<String> lines;

    /// @param operator their name in the settings
    /// @param lines takes each line of what they are told
    NoticeDesk(String operator, Consumer<String> lines) {
        this.operator = operator;
        this.lines = lines;
    }

    @Override
    public void out(String text) {
        text.lines().forEach(lines);
    }

    @Override
    public void err(String text) {
        out(text);
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public Optional<String> ask(String question, boolean hidden) {
        return Optional.empty();
    }

    @Override
    public Stream stream(Runnable interruption) throws Failure {
        throw new Failure("stream.nobody");
    }

    @Override
    public int width() {
        return 80;
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public String name() {
        return operator;
    }
}
