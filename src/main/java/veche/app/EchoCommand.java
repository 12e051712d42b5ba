package veche.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.config.Address;
import veche.config.Config;
import veche.config.ConfigException;
import veche.config.Overrides;
import veche.console.Exit;
import veche.language.Language;
import veche.language.Phrases;
import veche.net.Addresses;

/// `veche echo`: the echo server.
@Command(name = "echo", mixinStandardHelpOptions = true, versionProvider = VersionLine.class)
final class EchoCommand implements Callable<Integer> {

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7777")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data/echo")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        DeadThread.ofThisProcess().watch();
        try {
            serve(address());
            return Exit.DONE.code();
        } catch (ConfigException e) {
            e.problems(Language.ofSystem()).forEach(System.err::println);
            return Exit.FAILED.code();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return Exit.FAILED.code();
        }
    }

    private InetSocketAddress address() throws CannotStart {
        try {
            return new Address(host, port).resolve();
        } catch (IllegalArgumentException e) {
            throw new CannotStart("address.bad", host, Integer.toString(port));
        }
    }

    private void serve(InetSocketAddress address) throws CannotStart, ConfigException, IOException {
        var config = Config.load(Optional.empty(), Overrides.NONE);
        var clock = Clock.system(config.timeZone());
        try (var data = DataFolder.take(folder);
                var serviceLog = data.openLog(config.log(), clock);
                var server = new EchoServer(address, config.language(), data, serviceLog, clock)) {
            server.start();
            var phrases = new Phrases("veche.app.phrases", config.language());
            var listening = server.listeners().all().getFirst().address();
            System.out.println("Veche " + Version.number());
            System.out.println(phrases.text("greet.echo", Addresses.text(listening)));
            System.out.println(phrases.text("greet.data", data.path()));
            System.out.println(phrases.text("greet.help"));
            server.control().run();
        }
    }
}
