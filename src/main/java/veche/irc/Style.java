package veche.irc;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// How a client is told what happens: all clients of the same style are sent the same bytes. What
/// is made for a style is looked up for each of a thousand members, so a style is one number.
///
/// @param bits a bit for each capability of the client that makes a difference to that
record Style(long bits) {

    private static final Set<Capability> DIFFERENT =
            EnumSet.of(
                    Capability.ACCOUNT_NOTIFY,
                    Capability.ACCOUNT_TAG,
                    Capability.AWAY_NOTIFY,
                    Capability.BATCH,
                    Capability.CHANNEL_RENAME,
                    Capability.CHGHOST,
                    Capability.EXTENDED_JOIN,
                    Capability.EVENT_PLAYBACK,
                    Capability.MESSAGE_REDACTION,
                    Capability.MESSAGE_TAGS,
                    Capability.MULTILINE,
                    Capability.RELAYMSG,
                    Capability.SERVER_TIME,
                    Capability.SETNAME);

    /// Plain IRC, as it was in 1993.
    static final Style PLAIN = new Style(0);

    static Style of(Collection<Capability> capabilities) {
        return new Style(
                DIFFERENT.stream()
                        .filter(capabilities::contains)
                        .mapToLong(Style::bit)
                        .reduce(0, (some, more) -> some | more));
    }

    boolean has(Capability capability) {
        return (bits & bit(capability)) != 0;
    }

    @SuppressWarnings("EnumOrdinal") // nobody keeps it
    private static long bit(Capability capability) {
        return 1L << capability.ordinal();
    }
}
