package veche.irc;

import java.util.Optional;
import veche.net.Reason;

/// What those who stay are told of why somebody's connection has ended.
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
            case SHUTDOWN -> Optional.of("SERVER_STOPPING");
            default -> Optional.empty();
        };
    }
}
