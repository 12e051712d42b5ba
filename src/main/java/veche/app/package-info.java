/// `Main`, the command line, and `Server`: the one place where everything is put together.
@NullMarked
package veche.app;

import org.jspecify.annotations.NullMarked;
