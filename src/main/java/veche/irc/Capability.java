package veche.irc;

import java.util.Arrays;
import java.util.Optional;

/// What a client can ask for beyond plain IRC. Each names its specification.
enum Capability {
    /// https://ircv3.net/specs/extensions/account-notify
    ACCOUNT_NOTIFY("account-notify"),
    /// https://ircv3.net/specs/extensions/account-tag
    ACCOUNT_TAG("account-tag"),
    /// https://ircv3.net/specs/extensions/away-notify
    AWAY_NOTIFY("away-notify"),
    /// https://ircv3.net/specs/extensions/batch
    BATCH("batch"),
    /// https://ircv3.net/specs/extensions/capability-negotiation#cap-notify
    CAP_NOTIFY("cap-notify"),
    /// https://ircv3.net/specs/extensions/chghost
    CHGHOST("chghost"),
    /// https://ircv3.net/specs/extensions/account-registration
    ACCOUNT_REGISTRATION("draft/account-registration"),
    /// https://ircv3.net/specs/extensions/channel-rename
    CHANNEL_RENAME("draft/channel-rename"),
    /// https://ircv3.net/specs/extensions/chathistory
    CHATHISTORY("draft/chathistory"),
    /// https://ircv3.net/specs/extensions/chathistory#draft-event-playback-capability
    EVENT_PLAYBACK("draft/event-playback"),
    /// https://ircv3.net/specs/extensions/extended-isupport
    EXTENDED_ISUPPORT("draft/extended-isupport"),
    /// https://ircv3.net/specs/extensions/message-redaction
    MESSAGE_REDACTION("draft/message-redaction"),
    /// https://ircv3.net/specs/extensions/metadata
    METADATA("draft/metadata-2"),
    /// https://ircv3.net/specs/extensions/multiline
    MULTILINE("draft/multiline"),
    /// https://ircv3.net/specs/extensions/no-implicit-names
    NO_IMPLICIT_NAMES("draft/no-implicit-names"),
    /// https://ircv3.net/specs/extensions/no-implicit-names, when it is no draft any more
    NO_IMPLICIT_NAMES_FINAL("no-implicit-names"),
    /// https://github.com/ircv3/ircv3-specifications/pull/503
    PERSISTENCE("draft/persistence"),
    /// https://ircv3.net/specs/extensions/pre-away
    PRE_AWAY("draft/pre-away"),
    /// https://ircv3.net/specs/extensions/read-marker
    READ_MARKER("draft/read-marker"),
    /// https://github.com/ircv3/ircv3-specifications/pull/417
    RELAYMSG("draft/relaymsg"),
    /// https://ircv3.net/specs/extensions/echo-message
    ECHO_MESSAGE("echo-message"),
    /// https://ircv3.net/specs/extensions/extended-join
    EXTENDED_JOIN("extended-join"),
    /// https://ircv3.net/specs/extensions/extended-monitor
    EXTENDED_MONITOR("extended-monitor"),
    /// https://ircv3.net/specs/extensions/invite-notify
    INVITE_NOTIFY("invite-notify"),
    /// https://ircv3.net/specs/extensions/labeled-response
    LABELED_RESPONSE("labeled-response"),
    /// https://ircv3.net/specs/extensions/message-tags
    MESSAGE_TAGS("message-tags"),
    /// https://ircv3.net/specs/extensions/multi-prefix
    MULTI_PREFIX("multi-prefix"),
    /// https://ircv3.net/specs/extensions/sasl-3.2
    SASL("sasl"),
    /// https://ircv3.net/specs/extensions/server-time
    SERVER_TIME("server-time"),
    /// https://ircv3.net/specs/extensions/setname
    SETNAME("setname"),
    /// https://soju.im/search
    SEARCH("soju.im/search"),
    /// https://ircv3.net/specs/extensions/standard-replies
    STANDARD_REPLIES("standard-replies"),
    /// https://ircv3.net/specs/extensions/sts; nobody can ask for it
    STS("sts"),
    /// https://ircv3.net/specs/extensions/userhost-in-names
    USERHOST_IN_NAMES("userhost-in-names"),
    /// Veche's own: `docs/protocol.md`
    VECHE_CONSOLE("veche.chat/console"),
    /// Veche's own: `docs/protocol.md`
    VECHE_SESSIONS("veche.chat/sessions"),
    /// https://wiki.znc.in/Playback
    ZNC_PLAYBACK("znc.in/playback"),
    /// https://wiki.znc.in/Query_buffers
    SELF_MESSAGE("znc.in/self-message");

    private final String text;

    Capability(String text) {
        this.text = text;
    }

    /// As it stands in a line.
    String text() {
        return text;
    }

    static Optional<Capability> parse(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
    }
}
