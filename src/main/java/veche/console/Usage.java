package veche.console;

import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/// The usage of a command, called as it is called where the operator sits: `logs` at the console,
/// `veche ctl logs` elsewhere.
final class Usage extends Help {

    private final String prefix;

    Usage(CommandSpec command, ColorScheme colours, String prefix) {
        super(command, colours);
        this.prefix = prefix;
    }

    @Override
    public String synopsis(int headingLength) {
        return prefix
                + super.synopsis(headingLength)
                        .substring(PicocliCommands.ROOT.length())
                        .stripLeading();
    }
}
