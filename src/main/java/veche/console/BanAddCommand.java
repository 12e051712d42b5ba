package veche.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import veche.chat.Command.SetBan;
import veche.chat.Hub;
import veche.event.Text;

/// `ban add [TIME] [REQUIRE-SASL] WHOM [REASON]`: keeps somebody out, and sends them away. The time
/// and the word may stand behind WHOM, too, and the word `DURATION` before the time, as operators
/// of other servers write it.
@Command(name = "add")
final class BanAddCommand implements OperatorCommand {

    private final Hub hub;
    private final Clock clock;

    @Parameters(arity = "1..*", paramLabel = "WHOM", descriptionKey = "WHOM")
    private List<String> words = new ArrayList<>();

    private @Nullable Duration duration;
    private boolean sparesAccounts;

    BanAddCommand(Hub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var left = new ArrayDeque<>(words);
        readConditions(left);
        if (left.isEmpty()) {
            throw Failure.misuse("misuse.missing", "WHOM");
        }
        var whom = NamedExile.read(left.removeFirst(), hub);
        readConditions(left);
        if (Duration.ZERO.equals(duration)) {
            throw Failure.misuse("ban.short");
        }
        var until = Optional.ofNullable(duration).map(clock.instant()::plus);
        var why = Text.parse(String.join(" ", left));
        Deed.perform(hub, new SetBan(whom, sparesAccounts, until, operator.name(), why));
        operator.say("ban.added", whom.text());
        hub.state()
                .bans()
                .find(whom, clock.instant())
                .ifPresent(ban -> operator.answer(NamedExile.value(ban)));
    }

    private void readConditions(Deque<String> left) {
        while (!left.isEmpty() && isCondition(left)) {
            var word = left.removeFirst();
            if (word.equalsIgnoreCase("require-sasl")) {
                sparesAccounts = true;
            } else {
                var isAnnounced = word.equalsIgnoreCase("duration");
                duration = Durations.parse(isAnnounced ? left.removeFirst() : word);
            }
        }
    }

    private boolean isCondition(Deque<String> left) {
        var word = left.getFirst();
        if (word.equalsIgnoreCase("duration")) {
            return duration == null
                    && left.stream().skip(1).findFirst().filter(Durations::isWritten).isPresent();
        }
        return word.equalsIgnoreCase("require-sasl")
                || (duration == null && Durations.isWritten(word));
    }
}
