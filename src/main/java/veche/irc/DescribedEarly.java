package veche.irc;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import veche.chat.Command.BringMetadata;
import veche.event.MetadataKey;
import veche.event.Refusal.MetadataFull;
import veche.event.Refusal.MetadataNotSet;
import veche.event.Refused;

/// What a client says of its owner before it has come in; it is said to everyone when it does.
final class DescribedEarly implements Described {

    private static final String NOBODY = "*";

    private final Client client;
    private final Map<MetadataKey, String> values = new TreeMap<>();

    DescribedEarly(Client client) {
        this.client = client;
    }

    @Override
    public String name() {
        return NOBODY;
    }

    @Override
    public boolean isVisible() {
        return true;
    }

    @Override
    public Map<MetadataKey, String> all() {
        return values;
    }

    @Override
    public void set(MetadataKey key, Optional<String> value) throws Refused {
        var limits = client.house().settings().irc().metadata();
        if (value.isEmpty()) {
            if (values.remove(key) == null) {
                throw new Refused(new MetadataNotSet(NOBODY, key));
            }
        } else if (values.size() < limits.keys() || values.containsKey(key)) {
            values.put(key, value.get());
        } else {
            throw new Refused(new MetadataFull(NOBODY));
        }
    }

    @Override
    public Map<MetadataKey, String> clear() {
        var said = Map.copyOf(values);
        values.clear();
        return new TreeMap<>(said);
    }

    /// The client comes in.
    void bring() throws InterruptedException {
        if (!values.isEmpty()) {
            client.ask(new BringMetadata(values));
            values.clear();
        }
    }
}
