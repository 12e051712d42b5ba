package veche.line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.event.Refused;
import veche.event.Text;

/// Everything that a line with a slash can ask for. A row here, and two phrases in each language,
/// are all that a new one needs.
final class Verbs {

    static final List<Verb> ALL =
            List.of(
                    new Verb("help", false, Verbs::help),
                    new Verb("who", false, Looking::who),
                    new Verb("join", true, Talking::join),
                    new Verb("part", false, Talking::part),
                    new Verb("channels", false, Looking::channels),
                    new Verb("msg", true, Talking::tell),
                    new Verb("me", true, Talking::act),
                    new Verb("topic", false, Talking::topic),
                    new Verb("history", false, Looking::history),
                    new Verb("search", true, Looking::search),
                    new Verb("lang", false, Self::language),
                    new Verb("password", false, Self::password),
                    new Verb("quit", false, Self::quit));

    private Verbs() {}

    /// Does what a line asks for.
    ///
    /// @param line begins with a slash
    static void run(Visit visit, String line) throws Refused, IOException, InterruptedException {
        var parts = line.substring(1).strip().split("\\s+", 2);
        var words = parts.length > 1 ? parts[1] : "";
        var verb = find(parts[0]);
        if (verb.isEmpty()) {
            visit.screen().say("verb.unknown", "/" + shown(parts[0]));
        } else if (verb.get().needsWords() && words.isEmpty()) {
            visit.screen().say("verb.usage", usage(visit, verb.get()));
        } else {
            verb.get().action().run(visit, words);
        }
    }

    private static void help(Visit visit, String words) {
        var wanted = words.startsWith("/") ? words.substring(1) : words;
        var verbs = wanted.isEmpty() ? ALL : find(wanted).map(List::of).orElse(List.of());
        if (verbs.isEmpty()) {
            visit.screen().say("verb.unknown", "/" + shown(wanted));
            return;
        }
        var lines = new ArrayList<String>();
        var wording = visit.screen().wording();
        for (var verb : verbs) {
            lines.add("%-24s %s".formatted(usage(visit, verb), wording.phrase(help(verb))));
        }
        if (wanted.isEmpty()) {
            lines.addAll(wording.phrase("help.talking").lines().toList());
        }
        visit.screen().show(lines);
    }

    private static Optional<Verb> find(String name) {
        var lowered = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(verb -> verb.name().equals(lowered)).findFirst();
    }

    private static String usage(Visit visit, Verb verb) {
        var arguments = visit.screen().wording().phrase("verb." + verb.name() + ".usage");
        return ("/" + verb.name() + " " + arguments).strip();
    }

    private static String help(Verb verb) {
        return "verb." + verb.name() + ".help";
    }

    /// What somebody typed, short and safe to show.
    private static String shown(String typed) {
        var safe = Text.parse(typed).map(Object::toString).orElse("");
        return safe.length() > 30 ? safe.substring(0, 30) + "…" : safe;
    }
}
