package veche.irc;

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
            case PAUSED -> "Server paused";
            case SHUTDOWN -> "Server stopped";
            case CRASH -> "Server went down";
            case ACCOUNT_REMOVED, ACCOUNTS_CLEARED -> "Account removed";
            default -> "Connection closed";
        };
    }
}
