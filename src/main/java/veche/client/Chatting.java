package veche.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.wire.LineLimits;
import veche.wire.Message;

/// The life of the client: reaches the server, comes in, and comes back whenever the connection is
/// lost, until somebody leaves. All of it on the thread that owns the state, by what comes from the
/// [Mailbox], and by [#tick] when [#deadline] is there.
final class Chatting {

    /// How long the server may say nothing before it is asked, and after that.
    private static final Duration SILENCE = Duration.ofSeconds(45);

    /// A line of 512 bytes is what IRC has; some servers send longer ones.
    private static final LineLimits LIMITS = LineLimits.fromServer(32 * 1024);

    private final Chat chat;
    private final Face face;
    private final Dialer dialer;
    private final Keyring keyring;
    private final Backoff backoff;
    private final Profile profile;
    private final SlashCommands commands;
    private final EarlyLines early;
    private final Duration timeout;

    private final Deque<Runnable> held = new ArrayDeque<>();

    private @Nullable Wire wire;
    private @Nullable Negotiation negotiation;
    private @Nullable Listening listening;
    private Instant nextDial = Instant.MAX;
    private Instant silentUntil = Instant.MAX;
    private Instant patienceUntil = Instant.MAX;
    private boolean isAsked;
    private boolean isPinged;
    private boolean wasIn;
    private boolean isToldLost;
    private boolean noMore;
    private boolean warned;
    private String lastWords = "";
    private Farewell farewell = Farewell.UNKNOWN;
    private Optional<Exit> over = Optional.empty();

    Chatting(
            Chat chat,
            Face face,
            Dialer dialer,
            Keyring keyring,
            Backoff backoff,
            Profile profile,
            Duration timeout) {
        this.chat = chat;
        this.face = face;
        this.dialer = dialer;
        this.keyring = keyring;
        this.backoff = backoff;
        this.profile = profile;
        this.timeout = timeout;
        this.commands = new SlashCommands(chat, this::leave);
        this.early = new EarlyLines(chat, commands);
    }

    /// Begins.
    void begin() {
        if (chat.isFilter()) {
            patienceUntil = chat.now().plus(timeout);
        }
        profile.channels().forEach(name -> chat.conversations.at(name, chat.now()));
        profile.channels().stream()
                .findFirst()
                .flatMap(chat.conversations::find)
                .ifPresent(chat.conversations::turn);
        proceed();
    }

    /// How it ended, if it has.
    Optional<Exit> over() {
        return over;
    }

    /// When [#tick] is to be called.
    Instant deadline() {
        var first = nextDial.isBefore(silentUntil) ? nextDial : silentUntil;
        return first.isBefore(patienceUntil) ? first : patienceUntil;
    }

    void take(Mail mail) {
        switch (mail) {
            case Mail.Opened(var opened) -> opened(opened);
            case Mail.Failed(var cause) -> failed(cause);
            case Mail.Received(var from, var line) when from.equals(wire) -> received(line);
            case Mail.Lost(var lost) when lost.equals(wire) -> lost();
            case Mail.Received _, Mail.Lost _ -> {}
            case Mail.Typed(var line, var taken) -> typed(line, taken);
            case Mail.Unkept _ -> chat.tell("typed.unkept", keyring.typed().toString());
            case Mail.Unreadable(var cause) -> {
                chat.tell("input.unreadable", String.valueOf(cause.getMessage()));
                chat.fail(Exit.MISUSED);
            }
            case Mail.NoMore _ -> {
                noMore = true;
                patienceUntil = chat.now().plus(timeout);
            }
            case Mail.Leave _ -> end(Exit.DONE);
        }
        release();
        finish();
    }

    /// Time has passed.
    void tick() {
        var now = chat.now();
        if (!now.isBefore(patienceUntil)) {
            chat.tell(wasIn ? "timeout.sent" : "timeout.connect", profile.address().text());
            end(wasIn ? Exit.NOT_ACKNOWLEDGED : Exit.NO_SERVER);
        } else if (!now.isBefore(nextDial)) {
            dial();
        } else if (!now.isBefore(silentUntil)) {
            silent(now);
        }
    }

    private void silent(Instant now) {
        var open = wire;
        if (open != null && !isPinged) {
            isPinged = true;
            silentUntil = now.plus(SILENCE);
            open.send(Message.of("PING", "here"));
        } else {
            drop();
            lost();
        }
    }

    // --- Coming in ------------------------------------------------------------------------------

    /// Asks what is not known yet, or else connects.
    private void proceed() {
        switch (profile.next()) {
            case Step.Ask(_, var question, var hidden) when !chat.isFilter() -> {
                isAsked = true;
                face.prompt(new Prompt.Ask(question, hidden));
            }
            case Step.Ask _ -> {
                chat.tell("login.needed");
                end(Exit.NO_LOGIN);
            }
            case Step.Fail(var exit, var told) -> {
                chat.show(told);
                end(exit);
            }
            case Step.Connect _ -> dial();
        }
    }

    private void dial() {
        nextDial = Instant.MAX;
        if (!wasIn) {
            face.prompt(new Prompt.Busy());
        }
        try {
            var destination = profile.destination();
            dialer.dial(destination.address(), destination.pin(), destination.isPinned());
        } catch (IOException e) {
            chat.tell("keyring.failed", String.valueOf(e.getMessage()));
            end(Exit.NO_TRUST);
        }
    }

    private void opened(Wire opened) {
        if (over.isPresent()) {
            opened.close();
            return;
        }
        wire = opened;
        heard();
        lastWords = "";
        farewell = Farewell.UNKNOWN;
        var begun = new Negotiation(opened, profile.name(), profile.credentials());
        negotiation = begun;
        begun.begin();
    }

    private void failed(Exception cause) {
        var untrusted = Untrusted.among(cause);
        if (untrusted.isPresent()) {
            profile.destination().untrusted(untrusted.get().fingerprint(), !chat.isFilter());
            proceed();
        } else {
            lost();
        }
    }

    private void heard() {
        isPinged = false;
        silentUntil = chat.now().plus(SILENCE);
    }

    private void received(String line) {
        heard();
        if (!(Message.parse(line, LIMITS) instanceof Message message)) {
            return;
        }
        var incoming = Incoming.of(message);
        var comingIn = negotiation;
        var here = listening;
        if (message.command().equals("ERROR")) {
            lastWords =
                    incoming.text().replaceFirst("(?s)^Closing link: \\(.*?\\) \\[(.*)]$", "$1");
        } else if (message.command().equals("FAIL") && incoming.at(0).equals("*")) {
            farewell = Farewell.of(incoming.at(1));
        } else if (comingIn != null) {
            comingIn.take(incoming).ifPresent(outcome -> decided(outcome, comingIn));
        } else if (here != null) {
            here.take(incoming);
            arrived();
        }
    }

    private void decided(Negotiation.Outcome outcome, Negotiation comingIn) {
        negotiation = null;
        if (outcome instanceof Negotiation.Outcome.Welcome(var nick, var capabilities)) {
            welcome(comingIn, nick, capabilities);
            return;
        }
        var registers = comingIn.registers();
        drop();
        if (outcome instanceof Negotiation.Outcome.NotNow) {
            farewell = Farewell.TEMPORARILY_UNAVAILABLE;
            lost();
            return;
        }
        profile.refused(outcome, registers, wasIn).ifPresent(chat::show);
        proceed();
    }

    private void welcome(Negotiation comingIn, String nick, Map<String, String> capabilities) {
        var open = wire;
        if (open == null) {
            return;
        }
        var visit = new Visit(open, nick, capabilities);
        var login = new Login(profile.address(), profile.name(), Optional.empty());
        var tokening = new Tokening(chat, keyring, login, profile.label(), this::forgotten);
        chat.visit(visit);
        listening = new Listening(chat, visit, tokening);
        backoff.reset();
        profile.cameIn(comingIn.isLoggedIn()).ifPresent(chat::show);
        if (profile.forgets()) {
            forget(visit, tokening);
        } else if (comingIn.isLoggedIn() && !chat.isFilter() && profile.asksToken()) {
            tokening.ask(visit);
            profile.tokenAsked();
        }
        if (isToldLost && wasIn) {
            chat.tell("back");
        } else {
            chat.tell("welcome", nick, profile.address().text());
        }
        isToldLost = false;
        wasIn = true;
        patienceUntil = noMore ? chat.now().plus(timeout) : Instant.MAX;
        chat.refresh();
    }

    private void arrived() {
        early.settle();
        if (chat.isFilter() && chat.isNowhere()) {
            end(Exit.REFUSED);
        }
    }

    // --- Forgetting -----------------------------------------------------------------------------

    private void forget(Visit visit, Tokening tokening) {
        profile.token().ifPresentOrElse(token -> tokening.revoke(visit, token), this::forgotten);
    }

    private void forgotten() {
        if (profile.forgets()) {
            profile.forget(chat);
            end(Exit.DONE);
        }
    }

    // --- Losing the connection ------------------------------------------------------------------

    private void drop() {
        var open = wire;
        wire = null;
        // Until the next connection nobody is listened to, however long somebody thinks it over.
        silentUntil = Instant.MAX;
        if (open != null) {
            open.close();
        }
    }

    private void lost() {
        wire = null;
        negotiation = null;
        listening = null;
        silentUntil = Instant.MAX;
        chat.lost();
        if (over.isPresent()) {
            return;
        }
        if (profile.forgets() && wasIn) {
            forgotten();
            return;
        }
        var why = farewell;
        farewell = Farewell.UNKNOWN;
        if (why.isDecision()) {
            isToldLost = true;
            profile.sentAway(why, lastWords).ifPresent(chat::show);
            proceed();
            return;
        }
        if (!isToldLost) {
            isToldLost = true;
            tellLost(why);
        }
        nextDial = chat.now().plus(backoff.next());
        if (wasIn) {
            chat.refresh();
        }
    }

    private void tellLost(Farewell why) {
        var code =
                switch (why) {
                    case SERVER_PAUSED -> "lost.paused";
                    case SERVER_STOPPING -> "lost.stopping";
                    case TEMPORARILY_UNAVAILABLE -> "busy";
                    default ->
                            (wasIn ? "lost" : "unreachable") + (lastWords.isEmpty() ? "" : ".why");
                };
        chat.tell(code, profile.address().text(), lastWords);
    }

    // --- Typing ---------------------------------------------------------------------------------

    private void typed(String line, Runnable taken) {
        held.add(taken);
        if (isAsked) {
            isAsked = false;
            face.prompt(new Prompt.Busy());
            profile.answer(line).ifPresent(chat::show);
            proceed();
        } else if (early.takes(line)) {
            chat.show(new Happening.Waits("", line));
            early.add(line);
        } else if (!chat.isFilter()) {
            commands.obey(line);
            chat.conversations.current().ifPresent(chat::read);
        } else if (chat.conversations.current().isPresent()) {
            commands.say(line);
        } else {
            early.add(line);
        }
    }

    /// More can be read as soon as less waits.
    private void release() {
        while (!held.isEmpty()
                && (!chat.isFilter() || chat.unsent.size() + early.size() < Chat.MOST_UNSENT)) {
            held.remove().run();
        }
    }

    /// Whether a script has reached its end.
    private void finish() {
        if (noMore && wasIn && over.isEmpty() && chat.unsent.isEmpty() && early.isEmpty()) {
            end(chat.failure().orElse(Exit.DONE));
        }
    }

    /// Somebody wants to go.
    private void leave() {
        var waiting = chat.unsent.size() + early.size();
        if (waiting > 0 && !warned) {
            warned = true;
            chat.tell("unsent", waiting);
        } else {
            end(Exit.DONE);
        }
    }

    private void end(Exit exit) {
        if (over.isPresent()) {
            return;
        }
        over = Optional.of(exit);
        var open = wire;
        if (open != null) {
            if (chat.visit().isPresent()) {
                chat.conversations.current().ifPresent(chat::read);
            }
            open.send(Message.of("QUIT"));
            open.finish();
        }
        held.forEach(Runnable::run);
        held.clear();
        face.prompt(new Prompt.Over(exit));
    }
}
