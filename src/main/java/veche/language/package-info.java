/// The words that people see: message bundles, in English and Russian.
@NullMarked
package veche.language;

import org.jspecify.annotations.NullMarked;
