package veche.journal;

import java.time.Instant;
import veche.event.Conversation;
import veche.name.Nickname;

/// Somebody with whom an account has exchanged private messages.
///
/// @param name what they were called when the last one was sent
/// @param position that of the last one
/// @param time when it was sent
public record Correspondent(
        Conversation.Between conversation, Nickname name, long position, Instant time) {}
