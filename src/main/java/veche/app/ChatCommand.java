package veche.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30")
    private long timeout;

    @Option(names = "--forget")
    private boolean forget;

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
                                Duration.ofSeconds(Math.max(1, timeout))))
                .code();
    }
}
