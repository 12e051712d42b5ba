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
            var settings = settings();
            return ControlClient.run(settings.data().folder(), json, words, settings.language());
        } catch (ConfigException e) {
            var why = String.join("\n", e.problems(Language.ofSystem()));
            return ControlClient.fail(why, Exit.FAILED, json, words);
        }
    }

    /// Where the data folder is named, the settings that happen to be here tell only which language
    /// is meant: whatever is wrong with them is no matter.
    private Config settings() throws ConfigException {
        var flags = Overrides.data(Optional.ofNullable(data));
        try {
            return Config.load(file(), flags);
        } catch (ConfigException wrong) {
            if (config != null || data == null) {
                throw wrong;
            }
            return Config.load(Optional.empty(), flags);
        }
    }

    private Optional<Path> file() {
        return Optional.ofNullable(config).or(() -> Optional.of(Config.FILE).filter(Files::exists));
    }
}
