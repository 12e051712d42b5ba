package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import veche.account.Passwords;
import veche.account.PasswordsBusyException;
import veche.config.Config;
import veche.config.ConfigException;
import veche.config.Overrides;
import veche.console.Exit;

/// `veche password`: makes of a password what the settings have in its place. It is typed at the
/// terminal, or is the first line of what comes through a pipe; it is no argument, since those can
/// be seen by other users of the machine.
@Command(name = "password", mixinStandardHelpOptions = true, versionProvider = VersionLine.class)
final class PasswordCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, ConfigException {
        var password = read();
        if (password == null || password.isEmpty()) {
            System.err.println(CannotStart.words("password.none"));
            return Exit.FAILED.code();
        }
        // At the shipped cost: whose hash is in the settings, the same for every server.
        var cost = Config.load(Optional.empty(), Overrides.NONE).accounts().hashing();
        try (var passwords = new Passwords(cost, false, new SecureRandom())) {
            System.out.println(passwords.hash(password).secret());
            return Exit.DONE.code();
        } catch (PasswordsBusyException impossible) {
            throw new IllegalStateException("nobody else hashes here", impossible);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return Exit.FAILED.code();
        }
    }

    private static @Nullable String read() throws IOException {
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return terminal.isPresent()
                ? typed(terminal.get())
                : new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    }

    private static @Nullable String typed(Console terminal) {
        var typed = terminal.readPassword("%s ", CannotStart.words("password.ask"));
        return typed == null ? null : new String(typed);
    }
}
