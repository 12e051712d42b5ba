package veche.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Reads the command line of a server as most people write it: `serve`, and options of which each
/// is followed by its value; and that of a rehearsal, of which picocli knows nothing. That spares
/// them a tenth of a second, in which picocli, which knows all of a command line, gets ready. It is
/// asked about everything else, right or wrong.
///
/// Whatever this reads of a server, picocli reads in the same way; a test compares the two.
final class PlainArguments {

    private PlainArguments() {}

    /// The command that they ask for; empty if they are for picocli.
    static Optional<? extends Callable<Integer>> command(String... arguments) {
        if (arguments.length != 3 || !arguments[0].equals(RehearsalCommand.NAME)) {
            return serve(arguments);
        }
        try {
            return Optional.of(new RehearsalCommand(Path.of(arguments[1]), Path.of(arguments[2])));
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }

    /// The server that they ask for; empty if they are anything else.
    static Optional<ServeCommand> serve(String... arguments) {
        if (arguments.length % 2 == 0 || !arguments[0].equals("serve")) {
            return Optional.empty();
        }
        try {
            var command = new ServeCommand();
            for (var i = 1; i < arguments.length; i += 2) {
                if (!isPlain(arguments[i + 1]) || !command.take(arguments[i], arguments[i + 1])) {
                    return Optional.empty();
                }
            }
            return Optional.of(command);
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }

    /// Whether it is no option, and stands for itself and for nothing else.
    private static boolean isPlain(String value) {
        return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
    }
}
