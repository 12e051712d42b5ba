package veche.journal;

import java.util.HashMap;
import java.util.Map;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.KnownNames;
import veche.name.Nickname;

/// Names as they are read from a journal: in what was said the same few come again and again, and
/// looking whether a name is legal takes longer than reading it. Used by one thread at a time.
final class RecentNames implements KnownNames {

    /// How many of a kind are remembered.
    private static final int MOST = 500;

    private final CaseMapping mapping;
    private final Map<String, Nickname> nicknames = new HashMap<>();
    private final Map<String, ChannelName> channels = new HashMap<>();

    RecentNames(CaseMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public CaseMapping mapping() {
        return mapping;
    }

    @Override
    public Nickname nickname(String text) {
        makeRoom(nicknames);
        return nicknames.computeIfAbsent(text, mapping::nickname);
    }

    @Override
    public ChannelName channel(String text) {
        makeRoom(channels);
        return channels.computeIfAbsent(text, mapping::channel);
    }

    private static void makeRoom(Map<?, ?> names) {
        if (names.size() == MOST) {
            names.clear();
        }
    }
}
