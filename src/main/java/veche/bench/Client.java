package veche.bench;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One connection to the server. It has memory of its own only while an incomplete line or unsent
/// bytes are left over. The loop's thread uses it; its monitor guards what is unsent.
final class Client {

    /// How far it has come.
    enum State {
        NEW,
        CONNECTING,
        REGISTERING,
        READY,
        JOINING,
        JOINED,
        GONE
    }

    /// How much may wait to be sent, in bytes: a server that takes less is not measured any more.
    private static final int MOST_UNSENT = 64 << 20;

    private static final byte[] NOTHING = {};

    final int number;

    /// In which of the channels it is, by number.
    final int room;

    State state = State.NEW;
    @Nullable SocketChannel channel;
    @Nullable SelectionKey key;
    @Nullable Codec codec;
    long begun;
    boolean welcomed;
    boolean motdRead;
    boolean awaitsCapabilities;
    boolean awaitsPong;

    /// How many deliveries it has had.
    long received;

    private byte[] beginning = NOTHING;
    private int beginningLength;
    private byte[] unsent = NOTHING;
    private int unsentFrom;
    private int unsentTo;

    Client(int number, int room) {
        this.number = number;
        this.room = room;
    }

    /// Keeps an incomplete line until more comes.
    void keep(byte[] bytes, int from, int to) {
        beginningLength = to - from;
        if (beginningLength > beginning.length) {
            beginning = new byte[Math.max(512, 2 * beginningLength)];
        }
        System.arraycopy(bytes, from, beginning, 0, beginningLength);
    }

    /// Puts the incomplete line before what has come now.
    ///
    /// @param at where that begins
    /// @return where the line begins
    int takeKept(byte[] bytes, int at) {
        var from = at - beginningLength;
        System.arraycopy(beginning, 0, bytes, from, beginningLength);
        beginningLength = 0;
        return from;
    }

    /// Whether there are bytes that the server has not taken yet.
    boolean hasUnsent() {
        return unsentTo > unsentFrom;
    }

    /// Puts bytes behind what is unsent.
    ///
    /// @return false if that is too much
    boolean queue(ByteBuffer bytes) {
        var more = bytes.remaining();
        if (unsentTo - unsentFrom + (long) more > MOST_UNSENT) {
            return false;
        }
        if (unsentTo + more > unsent.length) {
            var kept = Arrays.copyOfRange(unsent, unsentFrom, unsentTo);
            unsent = Arrays.copyOf(kept, Math.max(512, 2 * (kept.length + more)));
            unsentTo = kept.length;
            unsentFrom = 0;
        }
        bytes.get(unsent, unsentTo, more);
        unsentTo += more;
        return true;
    }

    /// What is unsent. Who has sent a part of it says so to [#sent].
    ByteBuffer unsent() {
        return ByteBuffer.wrap(unsent, unsentFrom, unsentTo - unsentFrom);
    }

    void sent(int bytes) {
        unsentFrom += bytes;
        if (unsentFrom == unsentTo) {
            unsent = NOTHING;
            unsentFrom = 0;
            unsentTo = 0;
        }
    }
}
