package veche.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param server `host[:port]`; the last one if it is not given, or else this machine
/// @param tls whether to speak TLS on whichever port
/// @param fingerprint SHA-256 of the server's certificate in hexadecimal digits, which is then what
///   is trusted, and nothing else
/// @param name who to be
/// @param passwordFile its first line is the password
/// @param channels which channels to be in, or people to talk to; the first is the one talked in
/// @param once whether to send what is read and print nothing
/// @param listen whether to go on when nothing more can be read
/// @param json whether to print lines of JSON
/// @param forget whether to give back the token, and forget the server
/// @param timeout how long a script waits for the server, and for its acknowledgement
public record Options(
        Optional<String> server,
        boolean tls,
        Optional<String> fingerprint,
        Optional<String> name,
        Optional<Path> passwordFile,
        List<String> channels,
        boolean once,
        boolean listen,
        boolean json,
        boolean forget,
        Duration timeout) {

    /// Whether this is a filter whatever its streams are.
    boolean isFilter() {
        return once || listen || json;
    }
}
