package veche.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import veche.config.Config;
import veche.config.ConfigException;
import veche.config.Overrides;
import veche.console.ControlClient;
import veche.console.Exit;
import veche.language.Language;

/// `veche ctl`: the operator's commands, for a server that runs elsewhere on this machine.
@Command(name = "ctl", mixinStandardHelpOptions = true, versionProvider = VersionLine.class)
final class ControlCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--json")
    private boolean json;

    /// What follows the command's name is the command's own, options too.
    @Parameters(arity = "1..*", paramLabel = "COMMAND", descriptionKey = "COMMAND")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        try {
            var settings = Config.load(file(), Overrides.data(Optional.ofNullable(data)));
            return ControlClient.run(settings.data().folder(), json, words, settings.language());
        } catch (ConfigException e) {
            e.problems(Language.ofSystem()).forEach(System.err::println);
            return Exit.FAILED.code();
        }
    }

    private Optional<Path> file() {
        return Optional.ofNullable(config).or(() -> Optional.of(Config.FILE).filter(Files::exists));
    }
}
