package veche.console;

import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.language.Language;

/// `veche ctl`: gives one command to a server that runs elsewhere on this machine, and shows what
/// it answers.
public final class ControlClient {

    private static final int USUAL_WIDTH = 80;

    /// Somebody who can be asked.
    @FunctionalInterface
    interface Asker {
        /// The answer; empty if they would not.
        Optional<String> ask(String question, boolean hidden);
    }

    private final Path data;
    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable Asker asker;

    ControlClient(Path data, PrintStream out, PrintStream err, @Nullable Asker asker) {
        this.data = data.toAbsolutePath().normalize();
        this.out = out;
        this.err = err;
        this.asker = asker;
    }

    /// Gives a command to the server that uses a data folder, prints the answer, and asks the
    /// operator what the server asks if this process has a terminal.
    ///
    /// @param json whether the answer is to be JSON; `--json` among the words says the same
    /// @param words the command's name and what follows it, as at the console
    /// @return the exit status of the process, see [Exit]
    public static int run(Path data, boolean json, List<String> words, Language language) {
        var asker =
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .map(ControlClient::atTerminal)
                        .orElse(null);
        return new ControlClient(data, System.out, System.err, asker)
                .run(new Request(words, json, language));
    }

    /// Says why a command cannot be given to any server, as [#run] does.
    ///
    /// @return the exit status of the process
    public static int fail(String why, Exit exit, boolean json, List<String> words) {
        return fail(why, exit, new Request(words, json, Language.ENGLISH), System.out, System.err);
    }

    private static int fail(
            String why, Exit exit, Request request, PrintStream out, PrintStream err) {
        if (request.seemsJson()) {
            out.println(Operator.error(why, exit));
        } else {
            err.println(why);
        }
        return exit.code();
    }

    private static Asker atTerminal(java.io.Console console) {
        return (question, hidden) -> {
            if (!hidden) {
                return Optional.ofNullable(console.readLine("%s", question));
            }
            var secret = console.readPassword("%s", question);
            return secret == null ? Optional.empty() : Optional.of(new String(secret));
        };
    }

    int run(Request request) {
        var phrases = Failure.phrases(request.language());
        try (var channel = connect()) {
            channel.write(new Frame.Run(request, USUAL_WIDTH, asker != null));
            return converse(channel);
        } catch (Failure e) {
            return fail(e.in(phrases), e.exit(), request, out, err);
        } catch (IOException e) {
            return fail(phrases.text("control.broken"), Exit.FAILED, request, out, err);
        }
    }

    private FrameChannel connect() throws Failure {
        var path = ControlSocket.path(data);
        try {
            return new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        } catch (IOException e) {
            throw Failure.unreachable(
                    isForbidden(path) ? "control.forbidden" : "control.nobody", data.toString());
        }
    }

    /// Who may not enter the data folder does not even see whether there is a socket.
    private boolean isForbidden(Path path) {
        return (Files.isDirectory(data) && !Files.isExecutable(data))
                || (Files.exists(path) && !Files.isWritable(path));
    }

    /// Does what the server says, until the command has ended or nobody reads what we print.
    private int converse(FrameChannel channel) throws IOException {
        while (!out.checkError()) {
            switch (channel.read().orElseThrow(() -> new IOException("no end"))) {
                case Frame.Out(var text) -> out.println(text);
                case Frame.Err(var text) -> err.println(text);
                case Frame.Ask(var question, var hidden) ->
                        channel.write(new Frame.Answer(answer(question, hidden)));
                case Frame.End(var exit) -> {
                    return exit;
                }
                case Frame.Run _, Frame.Answer _ ->
                        throw new MalformedFrameException("not a server's frame");
            }
        }
        return Exit.FAILED.code();
    }

    private Optional<String> answer(String question, boolean hidden) {
        return asker == null ? Optional.empty() : asker.ask(question, hidden);
    }
}
