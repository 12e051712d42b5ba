package veche.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a client sent with a message for the programs of those who read it: replies, reactions and
/// the like. Names begin with `+`, as IRCv3 has it (message-tags, client-only tags); what the
/// server itself has noted has a name without one.
///
/// @param values by name, in the order in which they came; empty where a tag has no value
public record Tags(Map<String, String> values) {

    public static final Tags NONE = new Tags(Map.of());

    /// The tag in which a client names a message by an id of its own, so that it may send it again
    /// and have it stored once.
    public static final String CLIENT_ID = "+veche.chat/id";

    /// Under this name it is kept where whoever wrote a long line broke it, though it is one line:
    /// indices in the text, in ascending order, with commas between them. No client is sent it.
    public static final String BREAKS = "draft/multiline-concat";

    /// Under this name it is noted that a message which was said to a whole channel was told only
    /// to those who keep order there. No client is sent it.
    public static final String ASIDE = "veche.chat/aside";

    /// Under this name it is kept whose words they are that somebody has passed on from elsewhere.
    /// Clients are sent the name of whoever has
    /// (https://github.com/ircv3/ircv3-specifications/pull/417).
    public static final String RELAYED = "draft/relaymsg";

    /// Under this name it is kept that a program has said it, and clients are told so under the
    /// same (https://ircv3.net/specs/extensions/bot-mode).
    public static final String BOT = "bot";

    public Tags {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The same with one more, which takes the place of one of that name.
    public Tags with(String name, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Tags(more);
    }

    /// By what id its sender knows the message.
    public Optional<String> clientId() {
        return value(CLIENT_ID).filter(id -> !id.isEmpty());
    }
}
