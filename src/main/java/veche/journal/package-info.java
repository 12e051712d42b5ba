/// What happened, in order, on disk: append, read, search; its SQLite and in-memory
/// implementations.
@NullMarked
package veche.journal;

import org.jspecify.annotations.NullMarked;
