package veche.console;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/// Something that the operator can have done. The class is the whole declaration: picocli's
/// annotations name it, its options and its arguments, and help, completion, the control socket and
/// `veche ctl` all come from them. What it needs, it is given by its constructor.
///
/// Its descriptions are in the bundle `veche.console.help`, under `veche.` and the command's name.
/// An object serves one command: it is made, filled with what the operator wrote, and run once, on
/// the thread of whoever asked.
public interface OperatorCommand {

    /// A command that changes nothing, so that nobody needs to read in the log that it was given.
    interface Inquiry extends OperatorCommand {}

    /// A command that says something to people. Its words reach them as they were typed: behind the
    /// first of them there are no options, and at a console quotes and backslashes have no meaning.
    /// [Request#seemsJson] knows the names of all of them, where there is no table of commands.
    sealed interface Speech extends OperatorCommand permits SayCommand {}

    /// A name under which commands are gathered, and which does nothing by itself.
    interface Group extends Inquiry {

        @Override
        default void run(Operator operator) {
            throw new UnsupportedOperationException("a group does nothing by itself");
        }
    }

    /// Does it, and answers.
    ///
    /// @throws Failure if it cannot be done, with the words for the operator
    /// @throws IOException if the disk or the network failed; the operator is told, and the log has
    ///   the cause
    /// @throws InterruptedException if this thread was interrupted
    void run(Operator operator) throws Failure, IOException, InterruptedException;

    /// The commands that are given by this one's name and theirs, such as `logs clear`.
    default List<OperatorCommand> commands() {
        return List.of();
    }

    /// What may stand for an option's value or for an argument, as far as only the running server
    /// knows it. The constants of an enum need not be told here.
    default Collection<String> candidates(ArgSpec argument) {
        return List.of();
    }
}
