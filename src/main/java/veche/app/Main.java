package veche.app;

import java.util.concurrent.Callable;
import veche.console.Exit;

/// The program: `veche serve`, `veche echo`, `veche chat`, `veche ctl`, `veche password`, `veche
/// bench`.
public final class Main {

    private Main() {}

    /// Does what the arguments say, and ends the process: with 0 if that went well, 1 if it failed,
    /// 2 if the arguments make no sense, 3 if `ctl` found no server; and with what
    /// [veche.client.Exit] says for `chat`.
    public static void main(String... arguments) {
        var command = PlainArguments.command(arguments);
        System.exit(
                command.isPresent()
                        ? exit(command.get())
                        : VecheCommand.line(arguments).execute(arguments));
    }

    private static int exit(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception accident) {
            // As picocli does it.
            accident.printStackTrace();
            return Exit.FAILED.code();
        }
    }
}
