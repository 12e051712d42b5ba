package veche.line;

import java.io.IOException;
import java.util.Optional;
import veche.account.Account;
import veche.chat.Person;
import veche.chat.Session;
import veche.event.Refusal.NotLoggedIn;
import veche.event.Refused;
import veche.event.Text;
import veche.net.Connection;
import veche.net.Line;
import veche.net.Lines;
import veche.net.Reason;

/// One client's time here: what it says, and what it sees. Belongs to the client's own thread.
///
/// @param house what all clients have in common
/// @param longest the longest line that the client may send, in bytes
record Visit(
        House house,
        Connection connection,
        Lines lines,
        int longest,
        Screen screen,
        Session session) {

    /// The next line that can be used; of one that cannot, the client is told why.
    ///
    /// @param turn run for each line before anything is done with it; may wait
    /// @return empty when the client has gone or [is let go][#isLetGo]; what it had sent ahead is
    ///   not obeyed then
    Optional<String> next(Runnable turn) throws IOException {
        for (var line = lines.read(); line != null && !isLetGo(); line = lines.read()) {
            turn.run();
            switch (line) {
                case Line.Of(var text) -> {
                    return Optional.of(text);
                }
                case Line.TooLong() -> screen.say("line.too_long", longest);
                case Line.NotUtf8() -> screen.say("line.not_utf8");
            }
        }
        return Optional.empty();
    }

    /// Whether the client has said goodbye or was sent away. If the connection broke, it was not:
    /// what it had asked for before is done.
    boolean isLetGo() {
        return connection.ended().filter(reason -> reason != Reason.LOST).isPresent();
    }

    /// Lets a client go that may not be here.
    ///
    /// @param why what an operator says to that; empty if nothing
    void turnAway(Optional<Text> why) {
        connection.letGo(Reason.BANNED, why.map(Text::plain).orElse(""));
    }

    /// Asks a question and reads the answer; empty when the client has gone.
    Optional<String> ask(String phrase, Object... arguments) throws IOException {
        screen.prompt(phrase, arguments);
        return next(() -> {});
    }

    /// Whose visit this is.
    Account account() throws Refused {
        return session.account().orElseThrow(() -> new Refused(new NotLoggedIn()));
    }

    Person person() throws Refused {
        return house.hub()
                .state()
                .person(account().id())
                .orElseThrow(() -> new Refused(new NotLoggedIn()));
    }
}
