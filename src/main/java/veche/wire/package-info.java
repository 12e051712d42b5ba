/// IRC messages as text: parse and print, nothing else.
///
/// A line is text without its end. [Message#parse] reads one, [LineWriter] writes many. What is a
/// legal channel, command or number of parameters is for those above: here a message only has to
/// have the form of one.
@NullMarked
package veche.wire;

import org.jspecify.annotations.NullMarked;
