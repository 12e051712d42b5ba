package veche.line;

import java.io.IOException;
import veche.chat.Arrival;
import veche.chat.Command;
import veche.event.Refused;
import veche.net.Deadline;

/// Brings a client into the chat: greets it, and shows what was said before what is said from now
/// on.
final class Arriving {

    private final Visit visit;
    private final Deadline deadline;
    private final Screen screen;

    /// @param deadline until when the client may say who it is; to read what it missed, it may take
    ///   longer
    Arriving(Visit visit, Deadline deadline) {
        this.visit = visit;
        this.deadline = deadline;
        this.screen = visit.screen();
    }

    /// @param how registers, or logs in
    /// @throws Refused if that may not be; then the client is where it was
    void arrive(Command.Early how) throws Refused, IOException, InterruptedException {
        screen.hold();
        try {
            screen.release(comeIn(how));
        } catch (Refused refused) {
            screen.release(0);
            throw refused;
        }
        Looking.who(visit, "");
    }

    /// @return the position up to which everything is on the screen
    private long comeIn(Command.Early how) throws Refused, IOException, InterruptedException {
        var position = visit.session().perform(how);
        deadline.cancel();
        var account = visit.account();
        visit.connection().name(account.name().text());
        screen.belongTo(visit.session(), account.id());
        account.language().ifPresent(screen::speak);
        greet(visit.session().arrival());
        var person = visit.person();
        screen.turnTo(person.channels().stream().findFirst());
        screen.current().ifPresent(channel -> Looking.showTopic(visit, channel));
        new Backlog(visit).showMissed(person, visit.session().arrival(), position + 1);
        return position;
    }

    private void greet(Arrival arrival) throws Refused {
        var name = visit.account().name();
        if (arrival.newcomer()) {
            screen.say("greeting.new", name);
        } else if (arrival.lastHere().isPresent()) {
            screen.say("greeting.back", name, screen.wording().moment(arrival.lastHere().get()));
        } else {
            screen.say("greeting.also", name, visit.person().sessionCount());
        }
    }
}
