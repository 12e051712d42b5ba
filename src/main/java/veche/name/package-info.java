/// What things are called: nicknames, accounts, channels; checked once, when they are made.
@NullMarked
package veche.name;

import org.jspecify.annotations.NullMarked;
