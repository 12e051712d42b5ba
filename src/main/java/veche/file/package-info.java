/// What people have uploaded: files on disk, bounded, each with its owner.
@NullMarked
package veche.file;

import org.jspecify.annotations.NullMarked;
