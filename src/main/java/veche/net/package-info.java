/// Listeners, connections, lines, outboxes: bytes and threads, nothing of chat.
@NullMarked
package veche.net;

import org.jspecify.annotations.NullMarked;
