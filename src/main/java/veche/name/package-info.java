/// What things are called: accounts and channels; checked once, when they are made.
@NullMarked
package veche.name;

import org.jspecify.annotations.NullMarked;
