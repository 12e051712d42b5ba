/// The smallest service on `net`: what you send comes back.
@NullMarked
package veche.echo;

import org.jspecify.annotations.NullMarked;
