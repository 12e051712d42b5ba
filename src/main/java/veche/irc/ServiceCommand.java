package veche.irc;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import veche.event.Refused;
import veche.wire.Tokens;

/// Something that a service does when it is asked. Its help, and what is the same for every
/// command, comes from this declaration.
///
/// @param name in lower case
/// @param aliases other names of it, in lower case
/// @param arguments what stands behind it, with spaces between them: `<what has to be there>`,
///   `[what may be there]`, and, as the last, one that takes all words that are left, with `...`
///   behind it
/// @param needs who may ask for it
/// @param action does it
record ServiceCommand(
        String name, List<String> aliases, String arguments, Needs needs, Action action) {

    private static final String REST = "...";

    ServiceCommand {
        aliases = List.copyOf(aliases);
    }

    /// Who may ask for something.
    enum Needs {
        ANYBODY,
        /// Who is logged in to an account.
        ACCOUNT,
        /// An operator who keeps accounts.
        OPERATOR,
        /// An operator who keeps channels.
        KEEPER
    }

    /// Does what was asked for.
    @FunctionalInterface
    interface Action {

        /// Runs on the client's own thread.
        ///
        /// @throws Refused if it may not be, which the client is told
        void run(Query query) throws Refused, IOException, InterruptedException;
    }

    static ServiceCommand of(String name, String arguments, Needs needs, Action action) {
        return new ServiceCommand(name, List.of(), arguments, needs, action);
    }

    /// The same, also under other names.
    ServiceCommand alias(String... more) {
        return new ServiceCommand(name, List.of(more), arguments, needs, action);
    }

    boolean isCalled(String word) {
        var wanted = word.toLowerCase(Locale.ROOT);
        return name.equals(wanted) || aliases.contains(wanted);
    }

    /// Whether it can be written with so many words behind it.
    boolean takes(int words) {
        var all = Tokens.words(arguments);
        var least = all.stream().filter(it -> it.startsWith("<")).count();
        return words >= least && (words <= all.size() || arguments.endsWith(REST));
    }

    /// How it is written.
    String syntax() {
        return (name.toUpperCase(Locale.ROOT) + " " + arguments).strip();
    }

    /// How its other names are written.
    String otherNames() {
        return String.join(", ", aliases).toUpperCase(Locale.ROOT);
    }
}
