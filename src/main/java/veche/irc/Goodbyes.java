package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import veche.event.Text;
import veche.net.Reason;
import veche.wire.LineLimits;
import veche.wire.Message;

/// What people are told of why a connection has ended: those who stay, and whoever's it was.
final class Goodbyes {

    private Goodbyes() {}

    static String of(Reason reason) {
        return switch (reason) {
            case QUIT -> "Quit";
            case LOST -> "Connection lost";
            case SLOW_CONSUMER -> "Did not read what was sent";
            case KICKED -> "Sent away by the operator";
            case BANNED -> "Banned from this server";
            case PAUSED -> "Server paused";
            case SHUTDOWN -> "Server stopped";
            case OUTAGE -> "Server stopped; its disk fails, what you said last may be lost";
            case CRASH -> "Server went down";
            case FULL -> "Server full";
            case TOO_MANY -> "Too many connections from your network";
            case TOO_FAST -> "Too many new connections from your network; try again in a minute";
            case GATEWAY_FAILED -> "Invalid WEBIRC password, network or address";
            case ACCOUNT_REMOVED, ACCOUNTS_CLEARED -> "Account removed";
            case TOKEN_REVOKED -> "Token revoked";
            case SESSION_ENDED -> "Session ended";
            default -> "Connection closed";
        };
    }

    /// What a program makes of a reason that it does not know by itself: the code of a standard
    /// reply. Empty where a program has been told otherwise, or has nothing to do but to come back.
    static Optional<String> code(Reason reason) {
        return switch (reason) {
            case SLOW_CONSUMER, KICKED, BANNED, ACCOUNT_REMOVED, ACCOUNTS_CLEARED ->
                    Optional.of(reason.name());
            case TOKEN_REVOKED, SESSION_ENDED -> Optional.of(reason.name());
            case PAUSED -> Optional.of("SERVER_PAUSED");
            case SHUTDOWN, OUTAGE -> Optional.of("SERVER_STOPPING");
            default -> Optional.empty();
        };
    }

    /// What a client reads last, and why.
    ///
    /// @param note what is added to the reason; may be empty
    static byte[] lastWords(Client client, Reason reason, String note) {
        var words = of(reason) + (note.isEmpty() ? "" : ": " + note);
        var error = error(client, Text.parse(words).map(Rendering::oneLine).orElse(""));
        var code = code(reason).filter(_ -> client.has(Capability.STANDARD_REPLIES));
        return code.map(it -> client.standard("FAIL", "*", it, of(reason)).print() + "\r\n")
                .map(line -> joined(line.getBytes(UTF_8), error))
                .orElse(error);
    }

    /// What a client reads last that leaves; one that has come in sees itself leave.
    static byte[] farewell(Client client, String words) {
        var quit =
                client.session()
                        .person()
                        .map(person -> Rendering.source(person.author()))
                        .map(source -> Message.of("QUIT", words).withSource(source))
                        .map(line -> line.fitting(LineLimits.CLASSIC).print() + "\r\n")
                        .orElse("");
        return joined(quit.getBytes(UTF_8), error(client, words));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] error(Client client, String words) {
        var host = client.connection().remote().getAddress().getHostAddress();
        var line = Message.of("ERROR", "Closing link: (" + host + ") [" + words + "]");
        return (line.fitting(LineLimits.CLASSIC).print() + "\r\n").getBytes(UTF_8);
    }
}
