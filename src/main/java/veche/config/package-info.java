/// What the operator chose: `veche.toml` as records that cannot be wrong.
@NullMarked
package veche.config;

import org.jspecify.annotations.NullMarked;
