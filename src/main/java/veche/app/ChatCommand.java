package veche.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import veche.client.Options;
import veche.client.TerminalClient;

/// `veche chat`: the terminal client. It is a program of its own; this only hands over to it.
@Command(name = "chat", mixinStandardHelpOptions = true, versionProvider = VersionLine.class)
final class ChatCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "HOST[:PORT]", descriptionKey = "server")
    private @Nullable String server;

    @Option(names = "--tls")
    private boolean tls;

    @Option(names = "--fingerprint", paramLabel = "SHA-256")
    private @Nullable String fingerprint;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--channel", paramLabel = "#CHANNEL")
    private List<String> channels = new ArrayList<>();

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--listen")
    private boolean listen;

    @Option(names = "--json")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = Patience.class)
    private Duration timeout = Duration.ZERO;

    @Option(names = "--forget")
    private boolean forget;

    /// Reads for how many seconds somebody waits: one at least, and no more than a clock can count.
    private static final class Patience implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[0-9]{1,6}")) {
                throw new TypeConversionException(CannotStart.words("timeout.bad", text));
            }
            return Duration.ofSeconds(Math.max(1, Integer.parseInt(text)));
        }
    }

    @Override
    public Integer call() {
        return TerminalClient.run(
                        new Options(
                                Optional.ofNullable(server),
                                tls,
                                Optional.ofNullable(fingerprint),
                                Optional.ofNullable(name),
                                Optional.ofNullable(passwordFile),
                                channels,
                                once,
                                listen,
                                json,
                                forget,
                                timeout))
                .code();
    }
}
