package veche.irc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.event.Tags;
import veche.event.Text;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.wire.Message;
import veche.wire.Tokens;

/// What stands behind a command, read as what it means.
///
/// @param names how names are read from it
record Parameters(Message message, CaseMapping names) {

    private static final char CLIENT_ONLY = '+';

    int size() {
        return message.parameters().size();
    }

    /// As it was written; empty if it is not there.
    String at(int index) {
        return index < size() ? message.parameters().get(index) : "";
    }

    /// What was written there, if anything was.
    Optional<String> present(int index) {
        return Optional.of(at(index)).filter(text -> !text.isEmpty());
    }

    /// All from an index on.
    List<String> from(int index) {
        return message.parameters().subList(Math.min(index, size()), size());
    }

    /// Names that commas separate, each once.
    List<String> items(int index) {
        var items = Tokens.items(at(index));
        return items.size() < 2 ? items : items.stream().distinct().toList();
    }

    /// Names that commas separate, with empty places where nothing stands.
    List<String> places(int index) {
        return Tokens.places(at(index));
    }

    Optional<Text> text(int index) {
        return Text.parse(at(index));
    }

    Optional<ChannelName> channel(int index) {
        return names.parseChannel(at(index));
    }

    Optional<Nickname> nickname(int index) {
        return names.parseNickname(at(index));
    }

    /// The tags that a client sends for other clients.
    Tags clientTags() {
        if (message.tags().isEmpty()) {
            return Tags.NONE; // as older clients send all lines
        }
        var tags = new LinkedHashMap<String, String>();
        message.tags()
                .forEach((name, value) -> {
                    if (name.charAt(0) == CLIENT_ONLY) {
                        tags.put(name, value);
                    }
                });
        return tags.isEmpty() ? Tags.NONE : new Tags(tags);
    }

    Map<String, String> tags() {
        return message.tags();
    }
}
