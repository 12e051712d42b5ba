/// HTTP: whether the server is well, how it fares, IRC over WebSocket, and files.
@NullMarked
package veche.web;

import org.jspecify.annotations.NullMarked;
