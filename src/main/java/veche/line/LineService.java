package veche.line;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import veche.account.Passwords;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.event.Manner;
import veche.event.Refused;
import veche.journal.Journal;
import veche.net.BlockingService;
import veche.net.Connection;
import veche.net.Pace;
import veche.net.Reason;

/// Chat for people who have nothing but netcat: the client says who it is, sees what was said, and
/// from then on what it writes is said, and a line that begins with a slash does something else.
public final class LineService implements BlockingService {

    private final AtomicReference<Settings> chosen;
    private final House house;

    public LineService(
            Hub hub,
            Journal journal,
            Passwords passwords,
            WrongPasswords wrongPasswords,
            Settings settings,
            InstantSource clock) {
        this.chosen = new AtomicReference<>(settings);
        this.house =
                new House(
                        hub,
                        journal,
                        passwords,
                        wrongPasswords,
                        chosen,
                        clock,
                        new Wordings(settings.zone()));
    }

    /// Does from now on what the operator has chosen, but for the language and the time zone.
    public void follow(Settings next) {
        chosen.set(next);
    }

    @Override
    public void serve(Connection connection) throws IOException {
        var settings = house.settings();
        var screen =
                new Screen(
                        connection, house.wordings(), settings.language(), house.clock().instant());
        var session = house.hub().open(screen);
        var longest = settings.limits().line();
        var lines = connection.lines(longest);
        var visit = new Visit(house, connection, lines, longest, screen, session);
        connection.lastWords(screen::lastWords);
        try {
            attend(visit);
            connection.finish(Reason.QUIT);
            // What the client has not got, because it broke off or did not read, counts as missed.
            connection.outbox().awaitEmpty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            session.end(screen.sent(), connection.ended().orElse(Reason.FAILED));
        }
    }

    @Override
    public byte[] refusal(Reason reason) {
        return Screen.lastWords(house.wordings().in(house.settings().language()), reason, "");
    }

    private void attend(Visit visit) throws IOException, InterruptedException {
        var screen = visit.screen();
        var now = house.clock().instant();
        var address = visit.connection().remote().getAddress();
        var ban = house.hub().state().bans().about(address, now);
        if (ban.isPresent()) {
            visit.turnAway(ban.get().why());
            return;
        }
        var deadline =
                visit.connection()
                        .closeAfter(
                                house.settings().accounts().loginTime(),
                                Reason.LOGIN_TIMEOUT,
                                screen.lastWords(Reason.LOGIN_TIMEOUT, ""));
        if (new Login(visit, deadline).run()) {
            converse(visit);
        }
    }

    private void converse(Visit visit) throws IOException, InterruptedException {
        var limits = house.settings().limits();
        var from = visit.connection().remote().getAddress();
        var pace = Pace.of(limits, from, house.clock().instant());
        for (var line = next(visit, pace); line.isPresent(); line = next(visit, pace)) {
            try {
                obey(visit, line.get());
            } catch (Refused refused) {
                visit.screen().refused(refused.refusal());
            }
        }
        visit.session().settle();
    }

    /// The next line, when it is its turn: who sends many at once waits a while. Empty when the
    /// client has gone or is let go, also while it waits.
    private Optional<String> next(Visit visit, Optional<Pace> pace) throws IOException {
        var line = visit.next(() -> pace.ifPresent(it -> awaitTurn(visit, it)));
        return visit.isLetGo() ? Optional.empty() : line;
    }

    private void awaitTurn(Visit visit, Pace pace) {
        visit.connection().awaitEnd(pace.waitBefore(1, house.clock().instant()));
    }

    private static void obey(Visit visit, String line)
            throws Refused, IOException, InterruptedException {
        if (line.strip().equals("exit")) {
            Self.quit(visit, "");
        } else if (line.startsWith("//")) {
            Talking.say(visit, Manner.SPEECH, line.substring(1));
        } else if (line.startsWith("/")) {
            Verbs.run(visit, line);
        } else {
            Talking.say(visit, Manner.SPEECH, line);
        }
    }
}
