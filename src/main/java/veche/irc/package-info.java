/// The protocol for IRC clients.
@NullMarked
package veche.irc;

import org.jspecify.annotations.NullMarked;
