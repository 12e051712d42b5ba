package veche.client;

/// Finds its place after the welcome: is away again if we were, goes back to where we were, asks
/// who has written meanwhile, and goes where newcomers find others if we are nowhere. For the
/// thread that owns the state.
final class Settling {

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
        if (!chat.away().isEmpty()) {
            visit.send("AWAY", chat.away());
        }
        for (var conversation : chat.conversations.all()) {
            if (conversation.isChannel() && !conversation.isJoined()) {
                visit.send("JOIN", conversation.name());
            }
        }
        if (!visit.has("draft/chathistory")) {
            chat.targetsKnown();
        } else {
            var now = chat.now();
            visit.askTargets(chat.absence.ask(now), now);
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
