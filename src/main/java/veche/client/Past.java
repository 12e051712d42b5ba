package veche.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was said before: https://ircv3.net/specs/extensions/chathistory and https://soju.im/search.
/// Fetches what was missed, and shows what somebody asked for. For the thread that owns the state.
final class Past {

    private final Chat chat;
    private final Visit visit;
    private final Echoes echoes;

    Past(Chat chat, Visit visit, Echoes echoes) {
        this.chat = chat;
        this.visit = visit;
        this.echoes = echoes;
    }

    private List<Said> talk(List<Incoming> lines) {
        var talk = new ArrayList<Said>();
        for (var line : lines) {
            if (line.command().equals("PRIVMSG") || line.command().equals("NOTICE")) {
                echoes.take(line, "");
                Talk.of(line, visit.nick(), chat.conversations::same, chat.now(), true)
                        .ifPresent(talk::add);
            }
        }
        return talk;
    }

    /// Takes a batch of history.
    void take(List<Incoming> lines) {
        var question = visit.answered().orElse(null);
        if (question == null) {
            return;
        }
        var conversation = chat.conversations.find(question.target()).orElse(null);
        var talk = talk(lines);
        switch (question.purpose()) {
            case ASKED -> {
                chat.tell("history", question.target(), talk.size());
                showAgain(conversation, talk);
            }
            case OLDER -> {
                chat.tell("history.older", question.target(), talk.size());
                showAgain(conversation, talk);
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

    private void showAgain(@Nullable Conversation conversation, List<Said> talk) {
        talk.forEach(said -> chat.show(new Happening.Spoke(said, true)));
        if (conversation != null) {
            conversation.shown(talk);
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

    /// Takes with whom something was said.
    void targets(List<Incoming> lines) {
        visit.answered();
        for (var line : lines) {
            var name = line.at(1);
            if (!Conversations.isChannel(name) && !visit.isMe(name, chat.conversations)) {
                target(name);
            }
        }
        more(lines)
                .ifPresentOrElse(since -> visit.askTargets(since, chat.now()), chat::targetsKnown);
    }

    /// From when on there may be more targets than these.
    private Optional<Instant> more(List<Incoming> lines) {
        return lines.stream()
                .map(line -> ServerTime.parse(line.at(2)))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .filter(_ -> lines.size() >= visit.targets())
                .flatMap(chat.absence::askOn);
    }

    private void target(String name) {
        var isNew = chat.conversations.find(name).isEmpty();
        if (isNew && chat.conversations.isFull() && !chat.isFilter()) {
            return;
        }
        var conversation = chat.conversations.at(name, chat.now());
        var since = chat.absence.since();
        if (since != null && conversation.last() == null) {
            // It began while we were not here: all of it was missed.
            conversation.missed(since);
        }
        if (isNew && visit.has("draft/read-marker")) {
            visit.send("MARKREAD", name);
        }
        chat.enter(conversation);
    }

    /// Takes what was searched for.
    void found(List<Incoming> lines) {
        var found = talk(lines);
        chat.tell("found", found.size());
        for (var said : found) {
            chat.show(new Happening.Found(said));
        }
    }

    /// The server did not answer a question.
    ///
    /// @param words why; empty if that is of no use to whoever sits here
    void failed(String words) {
        var question = visit.answered().orElse(null);
        if (question == null) {
            return;
        }
        if (question.purpose().isAsked() && !words.isEmpty()) {
            chat.show(new Happening.Answer(words));
        }
        if (question.isPrivate()) {
            chat.absence.failed();
        }
        if (question.purpose() == Visit.Purpose.TARGETS) {
            chat.targetsKnown();
        }
        chat.conversations.find(question.target()).ifPresent(chat::caughtUp);
    }
}
