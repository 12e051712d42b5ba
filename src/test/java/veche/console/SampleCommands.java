package veche.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Commands of the kinds that there are, which do nothing but answer.
final class SampleCommands {

    private SampleCommands() {}

    static Commands table() {
        return new Commands(rows());
    }

    static List<Supplier<? extends OperatorCommand>> rows() {
        return List.of(Greet::new, Accounts::new, Break::new, () -> new StopCommand((d, r) -> {}));
    }

    @Command(name = "greet")
    static final class Greet implements OperatorCommand {

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(names = "--after")
        private Duration after = Duration.ZERO;

        @Override
        public void run(Operator operator) {
            operator.print("Good morning, " + name + ", after " + after.toSeconds());
            operator.answer(Map.of("greeted", name));
        }

        @Override
        public Collection<String> candidates(ArgSpec argument) {
            return argument.isPositional() ? List.of("ann", "Боря") : List.of();
        }
    }

    @Command(name = "accounts")
    static final class Accounts implements OperatorCommand.Group {
        @Override
        public List<OperatorCommand> commands() {
            return List.of(new ListAccounts(), new ClearAccounts(), new SetPassword());
        }
    }

    @Command(name = "list")
    static final class ListAccounts implements OperatorCommand.Inquiry {

        @Option(names = "--prefix")
        private String prefix = "";

        @Override
        public void run(Operator operator) {
            try (var rows = operator.rows()) {
                for (var name : List.of("ann", "anton", "bob")) {
                    if (name.startsWith(prefix)) {
                        rows.add(name, Map.of("name", name));
                    }
                }
            }
        }
    }

    @Command(name = "clear")
    static final class ClearAccounts implements OperatorCommand {

        @Option(names = "--yes")
        private boolean yes;

        @Override
        public void run(Operator operator) throws Failure {
            if (!yes) {
                operator.requireYes("--yes", "stop.how");
            }
            operator.print("cleared");
        }
    }

    @Command(name = "password")
    static final class SetPassword implements OperatorCommand {
        @Override
        public void run(Operator operator) throws Failure {
            operator.print("got " + operator.secret("--generate", "stop.how").length());
        }
    }

    @Command(name = "break")
    static final class Break implements OperatorCommand {
        @Override
        public void run(Operator operator) throws IOException {
            throw new IOException("the disk is full");
        }
    }
}
