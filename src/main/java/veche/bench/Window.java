package veche.bench;

/// How many messages of each sender are under way. A message is, until every recipient has it: so
/// nobody has more than `size` of each sender's to read, and no server's queue runs full by
/// accident. Used by the loop's thread.
final class Window {

    private final int size;
    private final int mask;

    /// By channel.
    private final int[] recipients;

    /// By sender: how many deliveries there were of each message under way, in a ring.
    private final int[][] deliveries;

    /// By sender: the first message that is under way.
    private final int[] first;

    private boolean moved;

    /// @param size how many may be under way; 0 if there is no bound, and nothing is counted
    /// @param echoing whether a sender is a recipient, too
    Window(int members, int channels, int senders, int size, boolean echoing) {
        this.size = size;
        this.recipients = new int[channels];
        for (var i = 0; i < members; i++) {
            recipients[i % channels]++;
        }
        for (var i = 0; i < channels && !echoing; i++) {
            recipients[i]--;
        }
        var ring = size == 0 ? 0 : Integer.highestOneBit(2 * size - 1);
        this.mask = ring - 1;
        this.deliveries = new int[senders][ring];
        this.first = new int[senders];
    }

    /// How many are told what is said in a channel.
    int recipients(int channel) {
        return recipients[channel];
    }

    /// Whether a sender who has sent so many may send another one.
    boolean isOpen(int sender, int sent) {
        return sent - first[sender] < size;
    }

    /// Somebody has read a message for the first time.
    void delivered(int sender, int sequence, int channel) {
        if (size == 0) {
            return;
        }
        var counts = deliveries[sender];
        if (++counts[sequence & mask] == recipients[channel]) {
            while (counts[first[sender] & mask] == recipients[channel]) {
                counts[first[sender]++ & mask] = 0;
            }
            moved = true;
        }
    }

    /// Whether any message has left the window since this was asked last.
    boolean hasMoved() {
        var had = moved;
        moved = false;
        return had;
    }
}
