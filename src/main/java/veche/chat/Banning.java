package veche.chat;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import veche.chat.Command.Expel;
import veche.chat.Command.SetBan;
import veche.event.Event.BanLifted;
import veche.event.Event.BanSet;
import veche.event.Exile;
import veche.event.PersonFlag;
import veche.event.Refusal.NoSuchBan;
import veche.event.Refusal.NoSuchPerson;
import veche.event.Refused;
import veche.net.Reason;

/// How operators send people away and keep them out. Runs on the hub's thread.
final class Banning {

    private final State state;
    private final Ledger ledger;
    private final Requirements requirements;
    private final Arrivals arrivals;

    Banning(State state, Ledger ledger, Requirements requirements, Arrivals arrivals) {
        this.state = state;
        this.ledger = ledger;
        this.requirements = requirements;
        this.arrivals = arrivals;
    }

    /// Ends all sessions of somebody. They may come back.
    void expel(Expel command) throws Refused {
        var person = requirements.somebody(command.whom());
        Requirements.that(person.isHere(), new NoSuchPerson(command.whom()));
        arrivals.expel(person, List.copyOf(person.sessions()), Reason.KICKED, command.why());
    }

    /// Keeps somebody out, and sends those away who are here.
    void set(SetBan command) throws Refused {
        if (command.whom() instanceof Exile.Owner(var account)) {
            requirements.account(account);
        }
        forgetEnded();
        var whom = state.bans().known(command.whom());
        ledger.record(
                new BanSet(
                        whom,
                        command.sparesAccounts(),
                        command.until().map(it -> it.truncatedTo(ChronoUnit.MILLIS)),
                        command.by(),
                        command.why()));
        enforce();
    }

    void lift(Exile written) throws Refused {
        forgetEnded();
        var whom = state.bans().known(written);
        Requirements.that(
                state.bans().find(whom, ledger.time()).isPresent(), new NoSuchBan(whom.text()));
        ledger.record(new BanLifted(whom));
    }

    private void forgetEnded() {
        for (var ban : state.bans().ended(ledger.time())) {
            ledger.record(new BanLifted(ban.whom()));
        }
    }

    /// Sends everyone away whom a ban is about. Not operators: nobody is to lock themselves out.
    private void enforce() {
        var here =
                state.people().stream()
                        .filter(person -> person.isHere() && !person.is(PersonFlag.OPERATOR))
                        .sorted(Comparator.comparing(Person::id))
                        .toList();
        for (var person : here) {
            var banned =
                    person.sessions().stream()
                            .filter(session -> ban(person, session).isPresent())
                            .toList();
            if (!banned.isEmpty()) {
                var why = ban(person, banned.getFirst()).flatMap(Ban::why);
                arrivals.expel(person, banned, Reason.BANNED, why);
            }
        }
    }

    private Optional<Ban> ban(Person person, Session session) {
        return state.bans().about(person.author(), session.recipient().address(), ledger.time());
    }
}
