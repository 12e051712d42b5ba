package veche.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A desk that remembers what it showed, with an operator who has their answers ready.
final class Screen implements Desk {

    final List<String> out = new ArrayList<>();
    final List<String> err = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    final Deque<String> answers = new ArrayDeque<>();
    boolean asks = true;
    String prefix = "";

    String text() {
        return String.join("\n", out);
    }

    String complaint() {
        return String.join("\n", err);
    }

    @Override
    public void out(String text) {
        out.add(text);
    }

    @Override
    public void err(String text) {
        err.add(text);
    }

    @Override
    public boolean asks() {
        return asks;
    }

    @Override
    public Optional<String> ask(String question, boolean hidden) {
        questions.add((hidden ? "hidden: " : "") + question);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Stream stream(Runnable interruption) {
        return () -> {};
    }

    @Override
    public int width() {
        return 80;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public String name() {
        return "test";
    }
}
