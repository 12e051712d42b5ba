package veche.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import veche.name.CaseMapping;
import veche.wire.Tokens;

/// Obeys what the server says while we are there. For the thread that owns the state.
final class Listening {

    /// Answers in the server's words that somebody asked for: WHOIS, LIST and the like.
    private static final Set<String> ANSWERS =
            Set.of(
                    "305", "306", "307", "312", "313", "314", "319", "320", "322", "335", "338",
                    "341", "369", "378", "379", "401", "402", "406", "671");

    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration FIRST_LOOK = Duration.ofDays(7);

    private final Chat chat;
    private final Visit visit;
    private final Batches batches = new Batches();
    private final Tokening tokening;

    Listening(Chat chat, Visit visit, Tokening tokening) {
        this.chat = chat;
        this.visit = visit;
        this.tokening = tokening;
    }

    /// Takes a line.
    void take(Incoming line) {
        batches.take(line.message()).ifPresent(this::obey);
    }

    private void obey(Batch batch) {
        switch (batch.type()) {
            case "" -> batch.lines().forEach(line -> obey(line, batch.label()));
            case "chathistory" -> past(batch.lines());
            case "draft/chathistory-targets" -> targets(batch.lines());
            case "soju.im/search" -> found(batch.lines());
            default -> {}
        }
    }

    private void obey(Incoming line, String label) {
        switch (line.command()) {
            case "PRIVMSG", "NOTICE" -> said(line, label);
            case "PING" -> visit.send("PONG", line.text());
            case "JOIN" -> joined(line);
            case "PART" -> parted(line, line.at(0), line.by());
            case "KICK" -> kicked(line);
            case "QUIT" -> quit(line);
            case "NICK" -> renamed(line);
            case "TOPIC" -> topic(line);
            case "REDACT" -> redacted(line);
            case "AWAY" -> absent(line);
            case "MARKREAD" -> marked(line);
            case "RENAME" -> chat.show(new Happening.Answer(line.at(0) + " → " + line.at(1)));
            case "TOKEN" -> tokening.take(line);
            case "FAIL" -> failed(line, label);
            case "WARN", "NOTE" -> chat.show(new Happening.Answer(line.text()));
            case "005" -> supports(line);
            case "301" ->
                    chat.show(
                            new Happening.Absent(line.at(1), true, line.text(), time(line), true));
            case "311" ->
                    chat.show(
                            new Happening.Answer(
                                    line.at(1)
                                            + ": "
                                            + line.text()
                                            + ", "
                                            + line.at(2)
                                            + "@"
                                            + line.at(3)));
            case "330" ->
                    chat.show(
                            new Happening.Answer(
                                    line.at(1) + " " + line.text() + " " + line.at(2)));
            case "254" -> visit.channels(line.at(1));
            case "332" -> at(line, 1).topic(line.text());
            case "353" -> names(line);
            case "366" -> chat.refresh();
            case "376", "422" -> ready();
            default -> answer(line, label);
        }
    }

    private Instant time(Incoming line) {
        return line.time(chat.now());
    }

    private Conversation at(Incoming line, int parameter) {
        return chat.conversations.at(line.at(parameter), time(line));
    }

    private boolean isMe(String name) {
        return chat.conversations.same(name, visit.nick());
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

    /// The welcome is over. Goes back to where we were, and asks who has written meanwhile.
    private void ready() {
        visit.ready();
        for (var conversation : chat.conversations.all()) {
            if (conversation.isChannel() && !conversation.isJoined()) {
                visit.send("JOIN", conversation.name());
            }
        }
        if (!visit.has("draft/chathistory")) {
            visit.targetsKnown();
        } else {
            var last =
                    chat.conversations.all().stream()
                            .map(Conversation::last)
                            .filter(it -> it != null)
                            .map(Said::time)
                            .max(Instant::compareTo);
            var now = chat.now();
            visit.askTargets(
                    last.map(it -> it.minus(OVERLAP))
                            .orElse(chat.isFilter() ? now : now.minus(FIRST_LOOK)),
                    now.plus(Duration.ofDays(1)));
        }
        visit.send("PING", "settled");
    }

    private void said(Incoming line, String label) {
        settle(line, label);
        if (line.command().equals("NOTICE") && line.message().source().indexOf('!') < 0) {
            chat.show(new Happening.Answer(line.text()));
            return;
        }
        Talk.of(line, visit.nick(), chat.conversations::same, chat.now(), false)
                .ifPresent(chat::hear);
    }

    /// An echo: the server has what we said.
    private void settle(Incoming line, String label) {
        if (isMe(line.by())) {
            var id = line.tag(Outgoing.TAG);
            var isKnown =
                    chat.unsent.settle(id.isEmpty() ? label : id).isPresent()
                            || !id.isEmpty()
                            || chat.unsent
                                    .settle(it ->
                                            it.text().equals(line.text())
                                                    && chat.conversations.same(
                                                            it.target(), line.at(0)))
                                    .isPresent();
            if (isKnown) {
                chat.flush();
            }
        }
    }

    private List<Said> talk(List<Incoming> lines) {
        var talk = new ArrayList<Said>();
        for (var line : lines) {
            if (line.command().equals("PRIVMSG") || line.command().equals("NOTICE")) {
                settle(line, "");
                Talk.of(line, visit.nick(), chat.conversations::same, chat.now(), true)
                        .ifPresent(talk::add);
            }
        }
        return talk;
    }

    private void past(List<Incoming> lines) {
        var question = visit.answered().orElse(null);
        if (question == null) {
            return;
        }
        var conversation = chat.conversations.find(question.target()).orElse(null);
        var talk = talk(lines);
        switch (question.purpose()) {
            case ASKED -> {
                chat.tell("history", question.target(), talk.size());
                talk.forEach(said -> chat.show(new Happening.Spoke(said, true)));
            }
            case LATEST -> {
                if (conversation != null) {
                    chat.hearPast(conversation, talk);
                    chat.caughtUp(conversation);
                }
            }
            case MISSED -> {
                if (conversation != null) {
                    missed(conversation, talk);
                }
            }
            case TARGETS -> {}
        }
    }

    /// Asks until nothing new comes: then nothing is missing.
    private void missed(Conversation conversation, List<Said> talk) {
        if (chat.hearPast(conversation, talk)) {
            visit.ask(
                    Visit.Purpose.MISSED, conversation.name(), chat.catchUp.request(conversation));
        } else {
            chat.caughtUp(conversation);
        }
    }

    private void targets(List<Incoming> lines) {
        visit.answered();
        visit.targetsKnown();
        for (var line : lines) {
            var name = line.at(1);
            if (!Conversations.isChannel(name) && !isMe(name)) {
                var known = chat.conversations.find(name);
                var conversation = known.orElseGet(() -> chat.conversations.at(name, chat.now()));
                if (known.isEmpty() && visit.has("draft/read-marker")) {
                    visit.send("MARKREAD", name);
                }
                if (known.isPresent() || !chat.isFilter()) {
                    chat.enter(conversation);
                }
            }
        }
        chat.flush();
        chat.refresh();
    }

    private void found(List<Incoming> lines) {
        var found = talk(lines);
        chat.tell("found", found.size());
        for (var said : found) {
            chat.show(new Happening.Found(said));
        }
    }

    private void joined(Incoming line) {
        var conversation = at(line, 0);
        if (isMe(line.by())) {
            conversation.joined(true);
            if (chat.conversations.current().isEmpty()) {
                chat.turn(conversation);
            }
            chat.enter(conversation);
            chat.flush();
        } else {
            chat.show(
                    new Happening.Came(
                            conversation.name(), line.by(), time(line), chat.isHere(conversation)));
        }
        conversation.members().put(chat.conversations.fold(line.by()), line.by());
        chat.refresh();
    }

    private void parted(Incoming line, String channel, String whom) {
        var conversation = chat.conversations.find(channel).orElse(null);
        if (conversation == null) {
            return;
        }
        conversation.members().remove(chat.conversations.fold(whom));
        if (isMe(whom)) {
            var wasCurrent = chat.conversations.isCurrent(conversation);
            chat.conversations.remove(conversation);
            chat.tell("parted", conversation.name());
            if (wasCurrent) {
                chat.conversations.current().ifPresent(chat::turn);
            }
        } else if (line.command().equals("PART")) {
            chat.show(
                    new Happening.Left(
                            conversation.name(),
                            whom,
                            line.at(1),
                            time(line),
                            chat.isHere(conversation)));
        }
        chat.refresh();
    }

    private void kicked(Incoming line) {
        chat.show(new Happening.Kicked(line.at(0), line.by(), line.at(1), line.at(2), time(line)));
        parted(line, line.at(0), line.at(1));
    }

    private void quit(Incoming line) {
        var by = chat.conversations.fold(line.by());
        var here = false;
        for (var conversation : chat.conversations.all()) {
            if (conversation.members().remove(by) != null) {
                here |= chat.isHere(conversation);
            }
        }
        chat.show(new Happening.Quit(line.by(), line.text(), time(line), here));
        chat.refresh();
    }

    private void renamed(Incoming line) {
        chat.conversations.renamed(line.by(), line.at(0));
        if (isMe(line.by())) {
            visit.nick(line.at(0));
        }
        chat.show(new Happening.Renamed(line.by(), line.at(0), time(line)));
        chat.refresh();
    }

    private void topic(Incoming line) {
        var conversation = at(line, 0);
        conversation.topic(line.at(1));
        chat.show(
                new Happening.TopicSet(
                        conversation.name(),
                        line.by(),
                        line.at(1),
                        time(line),
                        chat.isHere(conversation)));
    }

    private void redacted(Incoming line) {
        var target = isMe(line.at(0)) ? line.by() : line.at(0);
        var said = chat.conversations.find(target).map(it -> it.forget(line.at(1))).orElse(null);
        chat.show(
                new Happening.Redacted(
                        target,
                        line.by(),
                        line.at(1),
                        said == null ? "" : said.by(),
                        said == null ? time(line) : said.time()));
        chat.refresh();
    }

    private void absent(Incoming line) {
        var isQuery =
                chat.conversations
                        .current()
                        .filter(it -> chat.conversations.same(it.name(), line.by()))
                        .isPresent();
        chat.show(
                new Happening.Absent(
                        line.by(), !line.text().isEmpty(), line.text(), time(line), isQuery));
    }

    private void marked(Incoming line) {
        var read =
                line.at(1).startsWith("timestamp=")
                        ? line.at(1).substring("timestamp=".length())
                        : "";
        var conversation = chat.conversations.find(line.at(0)).orElse(null);
        if (conversation != null) {
            conversation.marker(ServerTime.parse(read).orElse(Instant.MIN));
            var last = conversation.last();
            if (last != null && !last.time().isAfter(conversation.marker())) {
                conversation.readElsewhere();
            }
            chat.refresh();
        }
    }

    private void names(Incoming line) {
        var conversation = at(line, 2);
        for (var name : Tokens.words(line.text())) {
            var bare = name.replaceFirst("^[~&@%+!]+", "");
            conversation.members().put(chat.conversations.fold(bare), bare);
        }
    }

    private void failed(Incoming line, String label) {
        switch (line.at(0)) {
            case "CHATHISTORY" -> {
                var question = visit.answered().orElse(null);
                if (question != null && question.purpose() == Visit.Purpose.ASKED) {
                    chat.show(new Happening.Answer(line.text()));
                }
                if (question != null && question.purpose() == Visit.Purpose.TARGETS) {
                    visit.targetsKnown();
                }
                if (question != null) {
                    chat.conversations.find(question.target()).ifPresent(chat::caughtUp);
                }
            }
            case "MARKREAD" -> {}
            case "TOKEN" -> tokening.refused(line);
            default -> refused(line, label);
        }
    }

    /// Something was refused: a message, perhaps, which is then not sent again.
    private void refused(Incoming line, String label) {
        var isMessage = chat.unsent.settle(label).isPresent();
        if (isMessage) {
            chat.fail(Exit.REFUSED);
        }
        chat.show(
                new Happening.Answer(
                        (line.command().equals("FAIL") ? "" : line.at(1) + ": ") + line.text()));
        chat.flush();
    }

    private void answer(Incoming line, String label) {
        var command = line.command();
        if (command.equals("PONG")) {
            settled(line);
        } else if (command.matches("[45][0-9][0-9]")) {
            wrong(line, label);
        } else if (ANSWERS.contains(command) && !line.at(1).isEmpty()) {
            chat.show(
                    new Happening.Answer(
                            String.join(
                                    " ", line.parameters().subList(1, line.parameters().size()))));
        }
    }

    /// Numerics of refusals: https://modern.ircdocs.horse/#numerics
    private void wrong(Incoming line, String label) {
        var channel =
                chat.conversations
                        .find(line.at(1))
                        .filter(it -> it.isChannel() && !it.isJoined())
                        .orElse(null);
        if (channel != null) {
            chat.conversations.remove(channel);
            chat.unsent.forget(target -> chat.conversations.same(target, channel.name()));
            chat.fail(Exit.REFUSED);
            chat.show(new Happening.Answer(line.at(1) + ": " + line.text()));
            chat.refresh();
        } else if (label.isEmpty()
                && chat.unsent.isUnderWay()
                && List.of("401", "403", "404", "477").contains(line.command())) {
            chat.unsent.settle(it -> chat.conversations.same(it.target(), line.at(1)));
            chat.fail(Exit.REFUSED);
            refused(line, label);
        } else if (!line.command().equals("422")) {
            refused(line, label);
        }
    }

    /// All that the server says to everybody who comes has been said.
    private void settled(Incoming line) {
        if (line.text().equals("settled") && chat.conversations.current().isEmpty()) {
            chat.tell("nowhere");
            chat.noPlace();
            if (!chat.isFilter() && visit.isSmall()) {
                visit.send("LIST");
            }
        }
    }
}
