package veche.irc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a client can send, in one table that is made of one for each subject.
final class Verbs {

    private static final Map<String, Verb> ALL =
            table(
                    List.of(
                            GatewayVerbs.ALL,
                            ConnectionVerbs.ALL,
                            CapabilityVerbs.ALL,
                            AccountVerbs.ALL,
                            SessionVerbs.ALL,
                            ChannelVerbs.ALL,
                            ChannelRenaming.ALL,
                            ModeVerbs.ALL,
                            PeopleVerbs.ALL,
                            WhoVerbs.ALL,
                            WhoisVerbs.ALL,
                            MonitorVerbs.ALL,
                            MetadataVerbs.ALL,
                            ListVerbs.ALL,
                            MessageVerbs.ALL,
                            Relaying.ALL,
                            HistoryVerbs.ALL,
                            ServerVerbs.ALL,
                            StatsVerbs.ALL,
                            HelpVerbs.ALL,
                            OperatorVerbs.ALL,
                            ConsoleVerbs.ALL,
                            Services.ALL));

    private Verbs() {}

    private static Map<String, Verb> table(List<List<Verb>> subjects) {
        var all = new HashMap<String, Verb>();
        subjects.stream()
                .flatMap(List::stream)
                .forEach(verb -> {
                    if (all.put(verb.name(), verb) != null) {
                        throw new IllegalStateException("twice in the table: " + verb.name());
                    }
                });
        return Map.copyOf(all);
    }

    /// Every one, in the order of the alphabet.
    static List<Verb> all() {
        return ALL.values().stream().sorted(Comparator.comparing(Verb::name)).toList();
    }

    static List<String> names() {
        return all().stream().map(Verb::name).toList();
    }

    /// What a command asks for; null if there is no such.
    ///
    /// @param command in upper case
    static @Nullable Verb find(String command) {
        return ALL.get(command);
    }
}
