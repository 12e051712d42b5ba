package veche.chat;

import java.time.Instant;
import veche.event.Author;
import veche.event.Text;

/// What a channel is about, as somebody has said.
public record Topic(Text text, Author by, Instant since) {}
