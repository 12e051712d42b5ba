package veche.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the client knows: conversations, what waits to be sent, and where we are. For the thread
/// that owns the state.
final class Chat {

    /// How much may wait to be sent, in lines.
    static final int MOST_UNSENT = 500;

    private static final int LOOK_BACK = 50;

    final Conversations conversations = new Conversations();
    final Unsent unsent = new Unsent();
    final CatchUp catchUp = new CatchUp();
    final Absence absence;

    private final Face face;
    private final InstantSource clock;
    private final boolean isFilter;
    private final Supplier<String> ids;
    private @Nullable Visit visit;
    private @Nullable Exit failure;
    private boolean nowhere;
    private String away = "";

    /// @param isFilter whether everything is shown, wherever it is said, and nothing of the past
    ///   before we came
    /// @param ids makes an id that nobody else makes
    Chat(Face face, InstantSource clock, boolean isFilter, Supplier<String> ids) {
        this.face = face;
        this.clock = clock;
        this.isFilter = isFilter;
        this.ids = ids;
        absence = new Absence(isFilter);
    }

    Instant now() {
        return clock.instant();
    }

    boolean isFilter() {
        return isFilter;
    }

    Optional<Visit> visit() {
        return Optional.ofNullable(visit);
    }

    void visit(Visit begun) {
        visit = begun;
        if (begun.has("draft/chathistory")) {
            absence.begin();
        }
    }

    /// The connection is gone.
    void lost() {
        absence.lost(hasMissedNothing());
        visit = null;
        unsent.lost();
        catchUp.lost();
        conversations.all().stream()
                .filter(Conversation::isChannel)
                .forEach(it -> it.joined(false));
    }

    /// Whether we have all that was said to us alone, up to the last that we heard.
    private boolean hasMissedNothing() {
        var here = visit;
        return here != null
                && here.has("draft/chathistory")
                && here.knowsTargets()
                && !catchUp.isUnderWayInPrivate();
    }

    /// Why we are away, in our words; empty if we are not.
    String away() {
        return away;
    }

    void away(String words) {
        away = words;
    }

    /// Something was refused that a script must know of.
    void fail(Exit exit) {
        failure = failure == null ? exit : failure;
    }

    Optional<Exit> failure() {
        return Optional.ofNullable(failure);
    }

    /// We are in no conversation: what was typed has nowhere to go.
    void noPlace() {
        nowhere = true;
    }

    /// We are in a conversation no more, or could not come in. What waits to be said in a channel
    /// is said nowhere else. Whoever looked there looks at what they looked at before, and nowhere
    /// if there is nothing: what they are typing is not meant for anybody who wrote to them.
    void leave(Conversation conversation) {
        var wasCurrent = conversations.isCurrent(conversation);
        conversations.remove(conversation);
        if (conversation.isChannel()) {
            unsent.forget(target -> conversations.same(target, conversation.name()))
                    .forEach(it -> tell(it.doubtful() ? "unsaid.perhaps" : "unsaid", it.typed()));
        }
        if (wasCurrent) {
            conversations.current().ifPresentOrElse(this::turn, this::noPlace);
        }
        refresh();
    }

    /// Whether we are in a conversation, or know that we are in none.
    boolean knowsPlace() {
        return nowhere || conversations.current().isPresent();
    }

    boolean isNowhere() {
        return nowhere && conversations.current().isEmpty();
    }

    void show(Happening happening) {
        face.show(happening);
    }

    void tell(String code, Object... arguments) {
        face.show(Happening.Told.of(code, arguments));
    }

    /// Takes a message: shows it, keeps it until somebody looks, or lets it wait for the past.
    void hear(Said said) {
        if (!Conversations.isChannel(said.place()) && absence.holds(said)) {
            return;
        }
        if (!isFilter && conversations.isFull() && conversations.find(said.place()).isEmpty()) {
            face.show(new Happening.Spoke(said, false));
            return;
        }
        var conversation = conversations.at(said.place(), said.time());
        if (catchUp.holds(conversation, said)) {
            if (catchUp.isFull(conversation)) {
                // The server does not tell the past, and much is said: it is shown without.
                caughtUp(conversation);
            }
        } else if (hear(conversation, said) && !conversations.isCurrent(conversation)) {
            refresh();
        }
    }

    /// Whether it was not known yet.
    private boolean hear(Conversation conversation, Said heard) {
        absence.heard(heard.time());
        if (!conversation.take(heard)) {
            return false;
        }
        var said = heard.quoting(conversation.excerpt(heard.reply()));
        if (isHere(conversation) && (isFilter || !said.past())) {
            face.show(new Happening.Spoke(said, true));
        } else {
            conversation.keep(said);
        }
        return true;
    }

    /// Takes messages of the past. A filter shows all of them at once; else they are shown when the
    /// past is there, or when somebody looks, and if they are very many then only the last of them.
    ///
    /// @return whether any of them was new
    boolean hearPast(Conversation conversation, List<Said> past) {
        var fresh = false;
        for (var said : past) {
            fresh |= hear(conversation, said);
        }
        return fresh;
    }

    /// Shows what nobody has looked at, with a line above what its reader has not seen on any
    /// device, if there is something older.
    private void showUnseen(Conversation conversation) {
        var passed = conversation.passed();
        var unseen = conversation.look();
        if (passed > 0) {
            tell("passed", passed, conversation.name());
        }
        var newFrom =
                unseen.stream()
                        .filter(said -> !said.own() && said.time().isAfter(conversation.marker()))
                        .findFirst()
                        .filter(said -> !said.equals(unseen.getFirst()));
        for (var said : unseen) {
            if (newFrom.filter(said::equals).isPresent()) {
                face.show(new Happening.NewFrom(conversation.name()));
            }
            face.show(new Happening.Spoke(said, true));
        }
        conversation.shown(unseen);
    }

    boolean isHere(Conversation conversation) {
        return isFilter || conversations.isCurrent(conversation);
    }

    /// We are in a conversation: fetches what was said there while we were not.
    void enter(Conversation conversation) {
        var here = visit;
        if (here == null || !here.has("draft/chathistory") || catchUp.isUnderWay(conversation)) {
            return;
        }
        var isNew = conversation.last() == null && !conversation.wasHere();
        if (!isNew) {
            catchUp.begin(conversation);
            here.ask(Visit.Purpose.MISSED, conversation.name(), catchUp.request(conversation));
        } else if (isFilter) {
            conversation.here();
        } else {
            catchUp.begin(conversation);
            here.ask(Visit.Purpose.LATEST, conversation.name(), latest(conversation, LOOK_BACK));
        }
    }

    /// We know with whom something was said while we were not here.
    void targetsKnown() {
        visit().ifPresent(Visit::targetsKnown);
        absence.answered().forEach(this::hear);
        flush();
        refresh();
    }

    static List<String> latest(Conversation conversation, int messages) {
        return List.of("LATEST", conversation.name(), "*", Integer.toString(messages));
    }

    static List<String> older(Conversation conversation, int messages) {
        return List.of(
                "BEFORE",
                conversation.name(),
                conversation.olderReference(),
                Integer.toString(messages));
    }

    /// The past of a conversation is there: what was said meanwhile comes now.
    void caughtUp(Conversation conversation) {
        conversation.here();
        if (conversations.isCurrent(conversation)) {
            showUnseen(conversation);
        }
        for (var said : catchUp.end(conversation)) {
            hear(conversation, said);
        }
        if (conversations.isCurrent(conversation)) {
            read(conversation);
        }
        flush();
        refresh();
    }

    /// Turns to a conversation, and shows what nobody has looked at.
    void turn(Conversation conversation) {
        conversations.turn(conversation);
        if (!isFilter) {
            face.show(new Happening.Turned(conversation.name(), conversation.topic()));
        }
        showUnseen(conversation);
        read(conversation);
        refresh();
    }

    /// Everything here has been read; tells our other devices. See
    /// https://ircv3.net/specs/extensions/read-marker
    void read(Conversation conversation) {
        var last = conversation.last();
        var here = visit;
        if (isFilter || last == null || here == null || !here.has("draft/read-marker")) {
            return;
        }
        if (conversation.marker().equals(Instant.MAX)
                || last.time().isAfter(conversation.marker())) {
            conversation.marker(last.time());
            here.send("MARKREAD", conversation.name(), "timestamp=" + ServerTime.text(last.time()));
        }
    }

    /// Says something as soon as it can be said.
    ///
    /// @param reply the id of the message that it answers; empty if it answers none
    void say(String target, String text, String reply) {
        if (!Conversations.isName(target) || text.isBlank()) {
            tell("unknown", target);
            return;
        }
        var conversation = conversations.at(target, now());
        if (!conversation.isChannel() && conversations.current().isEmpty()) {
            turn(conversation);
        }
        var outgoing = new Outgoing(ids.get(), target, text, reply);
        unsent.add(outgoing);
        if (!isReady(target) && !isFilter) {
            face.show(new Happening.Waits(target, outgoing.typed()));
        }
        flush();
        refresh();
    }

    /// Sends what can be sent now.
    void flush() {
        var here = visit;
        if (here == null) {
            return;
        }
        var saying = here.saying();
        unsent.divide(it -> isReady(it.target()), saying::divide);
        for (var outgoing : unsent.take(this::isReady)) {
            saying.say(outgoing);
            if (!here.has("echo-message")) {
                here.send("PING", outgoing.id());
            }
        }
    }

    /// The server has answered a question that was asked after a message, on which it has said
    /// nothing: it has it. For servers that do not say so by an echo.
    void delivered(String id) {
        var here = visit;
        if (here != null && !here.has("echo-message")) {
            unsent.settle(id).ifPresent(outgoing -> hear(spoken(here, outgoing)));
            flush();
        }
    }

    /// Something was refused: a message, perhaps, which is then not sent again.
    ///
    /// @param words the server's
    void refused(Predicate<Outgoing> which, String words) {
        if (unsent.settle(which).isPresent()) {
            fail(Exit.REFUSED);
        }
        face.show(new Happening.Answer(words));
        flush();
    }

    /// What we said, for servers that do not tell us.
    private Said spoken(Visit here, Outgoing outgoing) {
        return new Said(
                outgoing.target(),
                here.nick(),
                outgoing.isAction() ? outgoing.actionWords() : outgoing.text(),
                outgoing.isAction() ? Said.Manner.ACTION : Said.Manner.SAY,
                now(),
                "",
                "",
                "",
                true,
                false,
                false);
    }

    private boolean isReady(String target) {
        var here = visit;
        if (here == null || !here.isReady()) {
            return false;
        }
        var conversation = conversations.find(target).orElse(null);
        if (conversation == null) {
            return here.knowsTargets();
        }
        return !catchUp.isUnderWay(conversation)
                && (conversation.isChannel() ? conversation.isJoined() : here.knowsTargets());
    }

    /// What is typed next, and what could be completed, may be something else now.
    void refresh() {
        if (isFilter) {
            return;
        }
        var names = new ArrayList<String>();
        conversations.all().forEach(it -> names.add(it.name()));
        face.completions(
                new Completions(
                        conversations.current().map(Conversation::nicknames).orElse(List.of()),
                        names));
        var secret = conversations.current().filter(Conversation::isWithService).isPresent();
        face.prompt(new Prompt.Talk(PromptLine.of(this), secret));
    }
}
