package veche.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Finds its place after the welcome: goes back to where we were, asks who has written meanwhile,
/// and goes where newcomers find others if we are nowhere. For the thread that owns the state.
final class Settling {

    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration FIRST_LOOK = Duration.ofDays(7);

    /// Comes back when all that the server says to everybody who comes has been said.
    private static final String SETTLED = "settled";

    /// In which channel newcomers find others: docs/protocol.md, section "The first channel".
    private static final String FIRST_CHANNEL = "veche.chat/FIRST";

    private final Chat chat;
    private final Visit visit;
    private boolean hasTried;

    Settling(Chat chat, Visit visit) {
        this.chat = chat;
        this.visit = visit;
    }

    /// The welcome is over.
    void ready() {
        visit.ready();
        for (var conversation : chat.conversations.all()) {
            if (conversation.isChannel() && !conversation.isJoined()) {
                visit.send("JOIN", conversation.name());
            }
        }
        if (!visit.has("draft/chathistory")) {
            visit.targetsKnown();
        } else {
            var last =
                    chat.conversations.all().stream()
                            .map(Conversation::last)
                            .filter(Objects::nonNull)
                            .map(Said::time)
                            .max(Instant::compareTo);
            var now = chat.now();
            visit.askTargets(
                    last.map(it -> it.minus(OVERLAP))
                            .orElse(chat.isFilter() ? now : now.minus(FIRST_LOOK)),
                    now.plus(Duration.ofDays(1)));
        }
        visit.send("PING", SETTLED);
    }

    /// Takes a PONG.
    void take(Incoming pong) {
        if (!pong.text().equals(SETTLED) || chat.conversations.current().isPresent()) {
            return;
        }
        var first = visit.support(FIRST_CHANNEL).filter(Conversations::isChannel);
        var known = chat.conversations.all();
        if (!chat.isFilter() && !known.isEmpty()) {
            chat.turn(known.getFirst());
        } else if (first.isPresent() && !hasTried) {
            hasTried = true;
            visit.send("JOIN", first.get());
            visit.send("PING", SETTLED);
        } else {
            chat.tell("nowhere");
            chat.noPlace();
            if (!chat.isFilter() && visit.isSmall()) {
                visit.send("LIST");
            }
        }
    }
}
