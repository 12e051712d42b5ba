package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.event.Refusal;
import veche.event.Refused;
import veche.irc.Mechanism.Step;
import veche.net.Reason;
import veche.wire.Message;

/// A client's proof of whose it is, by AUTHENTICATE (https://ircv3.net/specs/extensions/sasl-3.1,
/// https://ircv3.net/specs/extensions/sasl-3.2): before it has come in or later, and as often as it
/// likes. Belongs to the client's own thread.
final class Sasl {

    /// How much one message carries, in characters of Base64; a shorter one is the last.
    private static final int PIECE = 400;

    /// The longest that a client can say at once, in characters of Base64.
    private static final int LONGEST = 10 * PIECE;

    private static final String EMPTY = "+";
    private static final String ABORT = "*";

    private final Client client;
    private final StringBuilder received = new StringBuilder();
    private @Nullable Mechanism mechanism;

    Sasl(Client client) {
        this.client = client;
    }

    /// Hears one message.
    void hear(String word) throws Refused, IOException, InterruptedException {
        if (word.equals(ABORT)) {
            forget();
            client.reply(Numeric.SASL_ABORTED);
        } else if (mechanism == null) {
            begin(word);
        } else if (word.length() > PIECE) {
            forget();
            client.reply(Numeric.SASL_TOO_LONG);
        } else {
            gather(mechanism, word);
        }
    }

    private void begin(String name) throws InterruptedException {
        var known = Mechanism.begin(client, name);
        if (known.isEmpty()) {
            var names = String.join(",", Mechanism.names(client, client.house().settings()));
            client.reply(Numeric.SASL_MECHANISMS, names);
            client.reply(Numeric.SASL_FAIL);
            return;
        }
        mechanism = known.get();
        say("");
    }

    private void gather(Mechanism mechanism, String word)
            throws Refused, IOException, InterruptedException {
        received.append(word.equals(EMPTY) ? "" : word);
        if (received.length() > LONGEST) {
            fail();
        } else if (word.length() < PIECE) {
            var said = decoded(received.toString());
            received.setLength(0);
            if (said.isEmpty()) {
                fail();
            } else {
                follow(mechanism.hear(said.get()));
            }
        }
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private void follow(Step step) throws Refused, IOException, InterruptedException {
        switch (step) {
            case Step.Challenge(var message) -> say(message);
            case Step.Proven proven -> succeed(proven);
            case Step.Failed() -> fail();
            case Step.Busy() -> {
                sayBusy();
                fail();
            }
            case Step.Gone() -> forget();
        }
    }

    /// Says that it is not for the password that there will be a 904.
    private void sayBusy() throws InterruptedException {
        var words = "The server is too busy to log you in. Try again.";
        if (client.has(Capability.STANDARD_REPLIES)) {
            client.fail("AUTHENTICATE", "TEMPORARILY_UNAVAILABLE", words);
        } else {
            client.send(client.notice(words));
        }
    }

    private void succeed(Step.Proven proven) throws Refused, IOException, InterruptedException {
        forget();
        try {
            client.login()
                    .logIn(proven.account(), proven.proof(), proven.device(), proven.password());
            client.reply(Numeric.SASL_SUCCESS);
        } catch (Refused refused) {
            client.reply(
                    refused.refusal() instanceof Refusal.AlreadyLoggedIn
                            ? Numeric.SASL_ALREADY
                            : Numeric.SASL_FAIL);
        }
    }

    private void fail() throws InterruptedException {
        forget();
        client.reply(Numeric.SASL_FAIL);
        if (client.proofs().areExhausted()) {
            client.connection().letGo(Reason.LOGIN_FAILED, "");
        }
    }

    /// The client comes in without having finished.
    void abandon() throws InterruptedException {
        if (mechanism != null) {
            forget();
            client.reply(Numeric.SASL_ABORTED);
        }
    }

    private void forget() {
        mechanism = null;
        received.setLength(0);
    }

    /// Without a source, as simple clients expect it.
    private void say(String text) throws InterruptedException {
        for (var piece : pieces(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))) {
            client.send(Message.of("AUTHENTICATE", piece));
        }
    }

    /// The pieces in which something is said: the last one is shorter than the others, or empty.
    static List<String> pieces(String base64) {
        var pieces = new ArrayList<String>();
        for (var from = 0; from + PIECE <= base64.length(); from += PIECE) {
            pieces.add(base64.substring(from, from + PIECE));
        }
        var rest = base64.substring(pieces.size() * PIECE);
        pieces.add(rest.isEmpty() ? EMPTY : rest);
        return pieces;
    }
}
