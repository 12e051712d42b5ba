/// Who the server says it is: certificates, their keys and files, and what TLS is made of.
///
/// [Certificates] is the door: it loads or makes certificates, loads them anew while the server
/// runs, and makes an engine for each connection.
@NullMarked
package veche.certificate;

import org.jspecify.annotations.NullMarked;
