package veche.client;

import java.time.Instant;

/// Obeys what the server says while we are there. For the thread that owns the state.
final class Listening {

    private final Chat chat;
    private final Visit visit;
    private final Batches batches = new Batches();
    private final Tokening tokening;
    private final Echoes echoes;
    private final Past past;
    private final Settling settling;
    private final Numerics numerics;

    Listening(Chat chat, Visit visit, Tokening tokening) {
        this.chat = chat;
        this.visit = visit;
        this.tokening = tokening;
        echoes = new Echoes(chat, visit);
        past = new Past(chat, visit, echoes);
        settling = new Settling(chat, visit);
        numerics = new Numerics(chat, visit, past, settling);
    }

    /// Takes a line.
    void take(Incoming line) {
        batches.take(line.message()).ifPresent(this::obey);
    }

    private void obey(Batch batch) {
        switch (batch.type()) {
            case "chathistory" -> past.take(batch.lines());
            case "draft/chathistory-targets" -> past.targets(batch.lines());
            case "soju.im/search" -> past.found(batch.lines());
            default -> batch.lines().forEach(line -> obey(line, batch.label()));
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
            case "TOKEN" -> tokening.take(visit, line);
            case "FAIL" -> failed(line, label);
            case "WARN", "NOTE" -> chat.show(new Happening.Answer(line.text()));
            case "PONG" -> ponged(line);
            case "ACK" -> echoes.answered(label);
            default -> numerics.take(line, label);
        }
    }

    private Instant time(Incoming line) {
        return line.time(chat.now());
    }

    private Conversation at(Incoming line, int parameter) {
        return chat.conversations.at(line.at(parameter), time(line));
    }

    private boolean isMe(String name) {
        return visit.isMe(name, chat.conversations);
    }

    private void said(Incoming line, String label) {
        echoes.take(line, label);
        if (line.command().equals("NOTICE") && line.message().source().indexOf('!') < 0) {
            chat.show(new Happening.Answer(line.text()));
            return;
        }
        Talk.of(line, visit.nick(), chat.conversations::same, chat.now(), false)
                .ifPresent(chat::hear);
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
        }
        conversation.members().put(chat.conversations.fold(line.by()), line.by());
        chat.refresh();
        if (!isMe(line.by())) {
            // Last: whoever is seen to come can be completed.
            chat.show(
                    new Happening.Came(
                            conversation.name(), line.by(), time(line), chat.isHere(conversation)));
        }
    }

    private void parted(Incoming line, String channel, String whom) {
        var conversation = chat.conversations.find(channel).orElse(null);
        if (conversation == null) {
            return;
        }
        conversation.members().remove(chat.conversations.fold(whom));
        if (isMe(whom)) {
            chat.tell("parted", conversation.name());
            chat.leave(conversation);
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
        if (chat.conversations.renamed(line.by(), line.at(0))) {
            chat.unsent.redirect(it -> chat.conversations.same(it, line.by()), line.at(0));
        }
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

    private void ponged(Incoming line) {
        settling.take(line);
        chat.delivered(line.text());
    }

    private void failed(Incoming line, String label) {
        switch (line.at(0)) {
            case "CHATHISTORY" -> past.failed(line.text());
            case "MARKREAD" -> {}
            case "TOKEN" -> tokening.refused(line);
            default -> chat.refused(it -> it.id().equals(label), line.text());
        }
    }
}
