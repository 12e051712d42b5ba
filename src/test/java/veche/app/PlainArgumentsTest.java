package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/// What is read without picocli is read as picocli reads it.
class PlainArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "serve --config my.toml",
                "serve --data /tmp/Ёлка --line 127.0.0.1:0 --line [::1]:0",
                "serve --irc a:1 --irc b:2 --irc-tls c:3 --http d:4 --https e:5 --data serve"
            })
    void picocliReadsTheSame(String line) {
        var arguments = line.split(" ");

        var plain = PlainArguments.serve(arguments).orElseThrow();

        var parsed = VecheCommand.line(arguments).parseArgs(arguments).subcommand();
        var server = (ServeCommand) parsed.commandSpec().userObject();
        assertThat(plain.overrides()).isEqualTo(server.overrides());
        assertThat(plain.file()).isEqualTo(server.file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "serve --help",
                "serve --data",
                "serve --data=x",
                "serve --data x --data y",
                "serve --config x --config y",
                "serve --data @x",
                "serve --data --line",
                "serve --unknown x",
                "serve x"
            })
    void everythingElseIsLeftToPicocli(String line) {
        assertThat(PlainArguments.serve(line.split(" "))).isEmpty();
    }

    @Test
    void nothingAtAllIsLeftToPicocli() {
        assertThat(PlainArguments.serve()).isEmpty();
    }

    @Test
    void everyOptionOfAServerIsPlain() {
        var line = VecheCommand.line("serve").parseArgs("serve").subcommand();
        assertThat(line.commandSpec().options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
                .allSatisfy(option ->
                        assertThat(PlainArguments.serve("serve", option.longestName(), "x"))
                                .isPresent());
    }

    @Test
    void eachCommandIsKnownByTheNameThatItHas() {
        assertThat(VecheCommand.line().getSubcommands().entrySet())
                .hasSize(6)
                .allSatisfy(entry ->
                        assertThat(entry.getValue().getCommandSpec().userObject().getClass())
                                .hasAnnotation(Command.class)
                                .satisfies(type ->
                                        assertThat(type.getAnnotation(Command.class).name())
                                                .isEqualTo(entry.getKey())));
    }

    @Test
    void oneCommandIsEnoughForWhoNamesIt() {
        assertThat(VecheCommand.line("ctl", "help").getSubcommands()).containsOnlyKeys("ctl");
    }
}
