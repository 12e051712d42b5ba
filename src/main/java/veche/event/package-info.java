/// What happened, and why something did not.
@NullMarked
package veche.event;

import org.jspecify.annotations.NullMarked;
