/// The terminal client: `veche chat`, for people at a terminal and for scripts. It speaks IRCv3, to
/// Veche and to others, and uses nothing of the server but how names and lines are written.
///
/// [TerminalClient] puts it together. One thread owns the state ([Chatting]) and takes what happens
/// from its [Mailbox]: lines that a [Link]'s thread read, lines that somebody typed, and time. What
/// is shown goes to a [Face].
@NullMarked
package veche.client;

import org.jspecify.annotations.NullMarked;
