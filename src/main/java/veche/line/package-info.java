/// The protocol for people with netcat: prompts and plain lines.
@NullMarked
package veche.line;

import org.jspecify.annotations.NullMarked;
