package veche.irc;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How a client is told what happens: all clients of the same style are sent the same bytes.
///
/// @param capabilities those of the client that make a difference to that
record Style(Set<Capability> capabilities) {

    private static final Set<Capability> DIFFERENT =
            Collections.unmodifiableSet(
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
                            Capability.SETNAME));

    /// Plain IRC, as it was in 1993.
    static final Style PLAIN = new Style(Set.of());

    static Style of(Collection<Capability> capabilities) {
        var different = EnumSet.noneOf(Capability.class);
        different.addAll(capabilities);
        different.retainAll(DIFFERENT);
        return new Style(Collections.unmodifiableSet(different));
    }

    boolean has(Capability capability) {
        return capabilities.contains(capability);
    }
}
