/// HTTP: whether the server is well, how it fares, and later what browsers need to take part.
@NullMarked
package veche.web;

import org.jspecify.annotations.NullMarked;
