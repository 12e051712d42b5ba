package veche.console;

import java.util.Optional;
import java.util.function.Consumer;

/// An operator who reads lines and is asked nothing: at the end of a pipe, where nobody may sit, or
/// at an IRC client, where a secret would go through everything that keeps what is said.
///
/// @param name what the operator is called in the log
/// @param answers takes each text that they are told; it may have several lines
/// @param noStream the phrase that says why nothing can be shown without an end here
record LineDesk(String name, Consumer<String> answers, String noStream) implements Desk {

    @Override
    public void out(String text) {
        answers.accept(text);
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
        throw new Failure(noStream);
    }

    @Override
    public int width() {
        return 80;
    }

    @Override
    public String prefix() {
        return "";
    }
}
