package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/// How a connection's bytes travel: as they are, encrypted, or inside of something else.
///
/// The client's own thread opens it, and then is the only one to read. One thread at a time writes,
/// also while another reads.
public interface Transport {

    /// Agrees with the client on how the bytes travel. Waits for the client.
    ///
    /// @throws IOException if they cannot agree, or the client has left
    void open() throws IOException;

    /// Whether it is open, so that what is written can reach the client. Any thread may ask.
    boolean isOpen();

    /// Reads what there is. Never waits.
    ///
    /// @return how many bytes, which may be none; -1 when the client has closed its side, or
    ///   [#stopReading] was called
    /// @throws IOException if the connection broke, or was cut off before the client's last word
    int read(ByteBuffer bytes) throws IOException;

    /// Has something done, once, when there is something to [read][#read], be it the end. May be
    /// sooner.
    ///
    /// @param action must not block; runs on any thread, perhaps at once
    void whenReadable(Runnable action);

    /// Writes as much as the kernel takes, which may be nothing. Never waits. What is taken from
    /// the buffer may be on its way until this says, of that or of what is written later, that the
    /// kernel has it all; there need be no more bytes for that.
    ///
    /// @return whether the kernel took it all
    /// @throws IOException if the connection broke, or is not open yet
    boolean write(ByteBuffer bytes) throws IOException;

    /// Has something done, once, when the kernel takes more, or the connection broke. May be
    /// sooner.
    ///
    /// @param action as of [#whenReadable]
    void whenWritable(Runnable action);

    /// Has whoever reads told that the client has closed its side. Any thread may call this.
    void stopReading();

    /// Tells the client that nothing more comes. May wait until the client takes that.
    void stopWriting() throws IOException;

    /// Waits, after [#stopWriting], until the client has closed its side. What it still sends is
    /// read, and forgotten.
    void awaitEnd() throws IOException;

    /// What it stands on. Before the transport is open, what a proxy has to say first is read from
    /// there. Closing it ends everything at once, whoever reads or writes.
    ReadableByteChannel ground();

    /// Whether nobody on the way can read the bytes.
    boolean isSecure();

    /// By what the client reaches the server where that speaks HTTP, as it stands before a path:
    /// `https://chat.example.org`. Empty if it has not come by HTTP.
    default Optional<String> site() {
        return Optional.empty();
    }

    /// The [fingerprint][veche.certificate.Fingerprint] of the client's certificate, if it has one.
    Optional<String> certificate();
}
