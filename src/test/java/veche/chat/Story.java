package veche.chat;

import java.util.ArrayList;
import java.util.List;
import veche.event.Entry;
import veche.event.Refusal;
import veche.net.Reason;

/// A recipient that remembers all that it was told.
public class Story implements Recipient {

    final List<Entry> told = new ArrayList<>();
    final List<Refusal> refused = new ArrayList<>();
    long sent;

    @Override
    public void told(Round round) {
        told.addAll(round.entries());
    }

    @Override
    public void refused(Command command, Refusal refusal) {
        refused.add(refusal);
    }

    @Override
    public void letGo(Reason reason) {}

    @Override
    public long sent() {
        return sent;
    }
}
