package veche.console;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import veche.chat.Command.Announce;
import veche.chat.Hub;
import veche.event.Text;

/// `say`: tells everyone who is here something.
@Command(name = SayCommand.NAME)
public final class SayCommand implements OperatorCommand.Speech {

    static final String NAME = "say";

    private final Hub hub;

    @Parameters(arity = "1..*", paramLabel = "WORDS", descriptionKey = "WORDS")
    private List<String> words = new ArrayList<>();

    public SayCommand(Hub hub) {
        this.hub = hub;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var text = Text.ofLines(String.join(" ", words).lines().toList());
        if (text.isEmpty()) {
            throw Failure.misuse("say.nothing");
        }
        Deed.perform(hub, new Announce(text.get()));
        operator.say("say.done");
    }
}
