package veche.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import veche.language.Language;
import veche.language.Phrases;

/// Something that can be measured, with its own options.
abstract class Mode implements Callable<Integer> {

    @ParentCommand private @Nullable BenchCommand bench;

    @Spec private @Nullable CommandSpec spec;

    /// Measures once.
    ///
    /// @return a row for each point on the axis; one if there is no axis
    abstract List<Row> run(Target target, Limits limits)
            throws Failure, IOException, InterruptedException;

    /// What the rows are points of, if there are several.
    Optional<Axis> axis() {
        return Optional.empty();
    }

    /// The options that were chosen make sense together.
    ///
    /// @throws ParameterException if they do not
    void check() {}

    final String name() {
        return required(spec).name();
    }

    /// Refuses what was written on the command line.
    final void require(boolean isRight, String key, Object... arguments) {
        if (!isRight) {
            var phrases = new Phrases(BenchCommand.PHRASES, Language.ofSystem());
            throw new ParameterException(
                    required(spec).commandLine(), phrases.text("wrong." + key, arguments));
        }
    }

    final void requireSenders(int senders, int members) {
        require(senders >= 1, "few", "--senders", 1);
        require(senders <= members, "many", "--senders", members);
    }

    /// @param size of a message, in bytes
    final void requireLength(int size) {
        require(size >= Traffic.SHORTEST, "few", "--size", Traffic.SHORTEST);
        require(size <= Traffic.LONGEST, "many", "--size", Traffic.LONGEST);
    }

    /// Tells whoever waits what is going on.
    final void say(String key, Object... arguments) {
        required(bench).say(key, arguments);
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        check();
        return required(bench).measure(this);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("not made by the command line");
        }
        return value;
    }
}
