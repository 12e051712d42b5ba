package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Passwords;
import veche.account.Scram;
import veche.account.Verification;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.event.ChannelFlag;
import veche.event.PersonFlag;
import veche.event.Refused;
import veche.journal.Journal;
import veche.net.Cloak;
import veche.net.Connection;
import veche.net.Line;
import veche.net.Reason;
import veche.net.Service;
import veche.net.Visit;
import veche.wire.LineLimits;
import veche.wire.Malformed;
import veche.wire.Message;

/// IRC for any client that speaks it, from RFC 1459 to IRCv3.
public final class IrcService implements Service {

    private static final Logger log = LoggerFactory.getLogger(IrcService.class);

    /// The longest line, in bytes without its end: tags, `@`, a space, and the rest.
    private static final int LONGEST = LineLimits.TAGS + 2 + LineLimits.CLASSIC;

    private static final LineLimits LIMITS = LineLimits.fromClient(LineLimits.CLASSIC);

    private final AtomicReference<Settings> chosen;
    private final House house;

    /// One for all clients.
    private final Attendance.Obedience obedience = this::obey;

    public IrcService(
            Hub hub,
            Journal journal,
            Passwords passwords,
            WrongPasswords wrongPasswords,
            Scram scram,
            Cloak cloak,
            Settings settings,
            Exports exports,
            InstantSource clock,
            String version,
            FileHost fileHost,
            Office office) {
        this.chosen = new AtomicReference<>(settings);
        this.house =
                new House(
                        hub,
                        journal,
                        passwords,
                        wrongPasswords,
                        scram,
                        verification(settings, clock),
                        cloak,
                        chosen,
                        clock,
                        clock.instant(),
                        version,
                        new Rendering(hub.state(), settings.server().name()),
                        new HistoryTurns(),
                        new Clients(),
                        new ServicePhrases(settings.language(), settings.zone()),
                        exports,
                        new Operators(hub.state()),
                        new Tally(),
                        new ChannelOffers(clock),
                        new LastSupport(hub.names()),
                        fileHost,
                        office);
    }

    private static Optional<Verification> verification(Settings settings, InstantSource clock) {
        var registering = settings.accounts().registering();
        return registering.verification().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verification(
                                registering.verification(),
                                registering.verificationTime(),
                                clock,
                                new SecureRandom()));
    }

    /// What people are like by a setting such as `+i`.
    public static Set<PersonFlag> personFlags(String modes) {
        return letters(modes, Modes::personFlag);
    }

    /// What a channel is like by a setting such as `+nt`.
    public static Set<ChannelFlag> channelFlags(String modes) {
        return letters(modes, Modes::flag);
    }

    private static <T> Set<T> letters(String modes, Function<Character, Optional<T>> meaning) {
        return modes.chars()
                .skip(1)
                .mapToObj(letter -> meaning.apply((char) letter).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Does from now on what the operator has chosen, and tells clients what changes for them. The
    /// name of the server stays the same.
    public void follow(Settings next) {
        chosen.set(next);
        house.clients().all().forEach(client -> client.offered().update());
    }

    @Override
    public Visit visit(Connection connection) {
        var client = new Client(house, connection);
        connection.lastWords(client);
        house.clients().add(client);
        var lines = connection.lines(LONGEST);
        return new Attendance(client, lines, new Pulse(client, house.settings().irc()), obedience);
    }

    @Override
    public byte[] refusal(Reason reason) {
        return (Message.of("ERROR", Goodbyes.of(reason)).print() + "\r\n").getBytes(UTF_8);
    }

    private void obey(Client client, Line line) throws IOException, InterruptedException {
        switch (line) {
            case Line.Of(var text) -> {
                switch (Message.parse(text, LIMITS)) {
                    case Message message -> obeyLabelled(client, message);
                    case Malformed malformed -> explain(client, malformed);
                }
            }
            case Line.TooLong() -> turnDown(client, Numeric.INPUT_TOO_LONG);
            case Line.NotUtf8() -> {
                client.awaitTurn(false);
                client.fail("*", "INVALID_UTF8", "Message rejected: it is not UTF-8");
            }
        }
    }

    private static void explain(Client client, Malformed malformed) throws InterruptedException {
        switch (malformed) {
            case EMPTY -> client.awaitTurn(false);
            case NO_COMMAND, ILLEGAL_CHARACTER ->
                    turnDown(client, Numeric.UNKNOWN_ERROR, "*", "That line is no message of IRC");
            case TAGS_TOO_LONG, REST_TOO_LONG -> turnDown(client, Numeric.INPUT_TOO_LONG);
        }
    }

    /// Replies to what cannot be obeyed. It counts like any other command: whoever sends much of it
    /// waits, too.
    private static void turnDown(Client client, Numeric why, String... parameters)
            throws InterruptedException {
        client.awaitTurn(false);
        client.reply(why, parameters);
    }

    private void obeyLabelled(Client client, Message message)
            throws IOException, InterruptedException {
        var label = client.incoming().label(message);
        var isLabelled = !label.isEmpty() && client.has(Capability.LABELED_RESPONSE);
        if (!isLabelled) {
            obey(client, message);
            return;
        }
        client.session().settle();
        client.output().label(label);
        try {
            obey(client, message);
            client.session().settle();
        } finally {
            client.output().answered();
        }
    }

    private void obey(Client client, Message message) throws IOException, InterruptedException {
        var parameters = new Parameters(message, client.names());
        var verb = Verbs.find(message.command());
        if (client.incoming().takes(client, message)) {
            return;
        }
        if (verb == null) {
            if (client.isWelcome()) {
                turnDown(client, Numeric.UNKNOWN_COMMAND, message.command());
            } else {
                turnDown(client, Numeric.NOT_REGISTERED);
            }
        } else if (verb.when() == Verb.When.AFTER && !client.isWelcome()) {
            turnDown(client, Numeric.NOT_REGISTERED);
        } else if (verb.when() == Verb.When.BEFORE && client.isWelcome()) {
            turnDown(client, Numeric.ALREADY_REGISTERED);
        } else if (parameters.size() < verb.least()) {
            turnDown(client, Numeric.NEED_MORE_PARAMETERS, verb.name());
        } else {
            run(client, verb, parameters);
        }
    }

    private void run(Client client, Verb verb, Parameters parameters)
            throws IOException, InterruptedException {
        log.atDebug().addKeyValue("command", verb.name()).log("command");
        house.tally().count(verb);
        client.awaitTurn(verb.reads());
        if (client.isLetGo()) {
            return;
        }
        try {
            verb.action().run(client, parameters);
        } catch (Refused refused) {
            client.session().settle();
            for (var line : client.refusals().lines(verb.name(), refused.refusal())) {
                client.output().send(line);
            }
        }
        if (!client.isWelcome()) {
            client.registration().proceed();
        }
    }
}
