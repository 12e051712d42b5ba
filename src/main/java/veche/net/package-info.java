/// Listeners, connections, lines, outboxes, TLS: bytes and threads, nothing of chat.
///
/// A [Listener] has a platform thread that only accepts. Each client has a virtual thread that runs
/// a [Service] on its [Connection] and is the only one to read from it. What is sent to a client
/// goes into its [Outbox] from any thread; a virtual thread that exists only while there is
/// something in it writes. Between a connection and its socket there is a [Transport], plain or
/// TLS. [Connections] has one timer for all.
@NullMarked
package veche.net;

import org.jspecify.annotations.NullMarked;
