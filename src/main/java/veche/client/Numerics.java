package veche.client;

import java.util.Set;
import veche.name.CaseMapping;
import veche.wire.Tokens;

/// What the server says in numbers: https://modern.ircdocs.horse/#numerics. For the thread that
/// owns the state.
final class Numerics {

    /// Answers in the server's words that somebody asked for: WHOIS, LIST and the like.
    private static final Set<String> ANSWERS =
            Set.of(
                    "305", "306", "307", "312", "313", "314", "319", "320", "322", "335", "338",
                    "341", "369", "378", "379", "671");

    /// Nobody, or nothing, can be spoken to there.
    private static final Set<String> UNSPEAKABLE = Set.of("401", "403", "404", "477");

    private final Chat chat;
    private final Visit visit;
    private final Past past;
    private final Settling settling;

    Numerics(Chat chat, Visit visit, Past past, Settling settling) {
        this.chat = chat;
        this.visit = visit;
        this.past = past;
        this.settling = settling;
    }

    /// Takes a line.
    ///
    /// @param label of what it answers; empty if it has none
    void take(Incoming line, String label) {
        switch (line.command()) {
            case "005" -> supports(line);
            case "254" -> visit.channels(line.at(1));
            case "301" ->
                    chat.show(
                            new Happening.Absent(
                                    line.at(1), true, line.text(), line.time(chat.now()), true));
            case "311" ->
                    answer(line.at(1) + ": " + line.text() + ", " + line.at(2) + "@" + line.at(3));
            case "330" -> answer(line.at(1) + " " + line.text() + " " + line.at(2));
            case "332" ->
                    chat.conversations.find(line.at(1)).ifPresent(it -> it.topic(line.text()));
            case "353" -> names(line);
            case "366" -> chat.refresh();
            case "376" -> settling.ready();
            case "422" -> settling.ready();
            default -> other(line, label);
        }
    }

    private void answer(String text) {
        chat.show(new Happening.Answer(text));
    }

    private void supports(Incoming line) {
        visit.supports(line.parameters());
        chat.catchUp.most(visit.support("CHATHISTORY", 100));
        chat.conversations.mapping(
                visit.support("UTF8MAPPING").isPresent()
                        ? CaseMapping.PRECIS
                        : visit.support("CASEMAPPING").orElse("").equals("ascii")
                                ? CaseMapping.ASCII
                                : CaseMapping.RFC1459);
    }

    private void names(Incoming line) {
        var conversation = chat.conversations.find(line.at(2)).orElse(null);
        if (conversation == null) {
            return;
        }
        for (var name : Tokens.words(line.text())) {
            var bare = name.replaceFirst("^[~&@%+!]+", "");
            conversation.members().put(chat.conversations.fold(bare), bare);
        }
    }

    private void other(Incoming line, String label) {
        var command = line.command();
        if (command.matches("[45][0-9][0-9]")) {
            wrong(line, label);
        } else if (ANSWERS.contains(command) && !line.at(1).isEmpty()) {
            answer(String.join(" ", line.parameters().subList(1, line.parameters().size())));
        }
    }

    private void wrong(Incoming line, String label) {
        var channel =
                chat.conversations
                        .find(line.at(1))
                        .filter(it -> it.isChannel() && !it.isJoined())
                        .orElse(null);
        var words = line.at(1) + ": " + line.text();
        if (line.at(1).equals("CHATHISTORY")) {
            past.failed("");
        } else if (channel != null) {
            chat.fail(Exit.REFUSED);
            answer(words);
            chat.leave(channel);
        } else {
            if (label.isEmpty() && UNSPEAKABLE.contains(line.command())) {
                chat.refused(it -> chat.conversations.same(it.target(), line.at(1)), words);
            } else {
                chat.refused(it -> it.id().equals(label), words);
            }
        }
    }
}
