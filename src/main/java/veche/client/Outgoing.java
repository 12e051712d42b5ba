package veche.client;

import veche.wire.Message;

/// Something that we say, from when it was typed until the server has it.
///
/// @param id our own id for it: the server keeps what has the same id once
/// @param target a channel, or somebody
/// @param text one line, short enough
record Outgoing(String id, String target, String text) {

    /// The client tag that makes it once: docs/protocol.md.
    static final String TAG = "+veche.chat/id";

    Message message(boolean tags, boolean labels) {
        var message = Message.of("PRIVMSG", target, text);
        if (tags) {
            message = message.withTag(TAG, id);
        }
        return labels ? message.withTag("label", id) : message;
    }
}
