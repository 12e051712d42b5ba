package veche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What lies between lines of IRC and the socket, for one client, if anything does. The loop's
/// thread uses it.
interface Codec {

    /// What to send first, before any line. Nothing if the server has to say something first.
    ByteBuffer begin() throws IOException;

    /// Whether lines can be sent.
    boolean isOpen();

    /// What lines are on their way. What is returned is good until the next call.
    ByteBuffer encode(ByteBuffer lines) throws IOException;

    /// Puts the lines that are in what has come into an array.
    ///
    /// @param at where they shall begin
    /// @return where they end
    int decode(ByteBuffer received, byte[] lines, int at) throws IOException;

    /// What has to be sent in answer to what was received last.
    ByteBuffer answer() throws IOException;
}
