package veche.client;

import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// What Tab offers: commands at the beginning of a line, channels after `#`, nicknames everywhere;
/// at the beginning of a line they address somebody, and get a colon.
final class TalkCompleter implements Completer {

    private static final List<String> OF_CONVERSATIONS =
            List.of("/switch", "/join", "/part", "/query");

    private final Supplier<Completions> completions;

    TalkCompleter(Supplier<Completions> completions) {
        this.completions = completions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        var word = line.word();
        var known = completions.get();
        var isFirst = line.wordIndex() == 0;
        if (isFirst && word.startsWith("/")) {
            SlashCommands.names().forEach(name -> candidates.add(new Candidate(name)));
        } else if (word.startsWith("#") || OF_CONVERSATIONS.contains(line.words().getFirst())) {
            known.conversations().forEach(name -> candidates.add(candidate(name, "")));
        } else {
            known.nicknames().forEach(name -> candidates.add(candidate(name, isFirst ? ":" : "")));
        }
    }

    private static Candidate candidate(String name, String after) {
        var safe = Harmless.line(name);
        return new Candidate(safe + after, safe, null, null, null, null, true);
    }
}
