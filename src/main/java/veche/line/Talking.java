package veche.line;

import java.io.IOException;
import java.util.Optional;
import veche.chat.Command.Join;
import veche.chat.Command.Part;
import veche.chat.Command.Say;
import veche.chat.Command.SetTopic;
import veche.chat.Command.Tell;
import veche.event.Manner;
import veche.event.Refused;
import veche.event.Text;
import veche.journal.JournalException;
import veche.name.ChannelName;

/// What people do with each other: talk, join, part, whisper, set topics.
final class Talking {

    private Talking() {}

    /// Says something in the current channel. Does not wait until it is stored.
    static void say(Visit visit, Manner manner, String words) throws InterruptedException {
        var channel = visit.screen().current();
        var text = Text.parse(words);
        if (channel.isEmpty()) {
            visit.screen().say("nowhere");
        } else if (text.isPresent()) {
            visit.session().ask(new Say(channel.get(), manner, text.get()));
        }
    }

    static void act(Visit visit, String words) throws InterruptedException {
        say(visit, Manner.ACTION, words);
    }

    static void join(Visit visit, String words) throws Refused, IOException, InterruptedException {
        var channel = channel(visit, words);
        if (channel.isEmpty()) {
            return;
        }
        var screen = visit.screen();
        screen.hold();
        try {
            screen.release(enter(visit, channel.get()));
        } catch (Refused refused) {
            screen.release(0);
            throw refused;
        }
        Looking.who(visit, "");
    }

    /// @return the position up to which everything is on the screen
    private static long enter(Visit visit, ChannelName channel)
            throws Refused, IOException, InterruptedException {
        var before = visit.person().channels();
        var position = visit.session().perform(new Join(channel));
        var after = visit.person().channels();
        // Whoever is kept out may have been sent elsewhere, where they may have been before.
        var where =
                after.contains(channel)
                        ? Optional.of(channel)
                        : after.stream().filter(it -> !before.contains(it)).findFirst();
        if (where.isPresent()) {
            turnTo(visit, where.get(), before.contains(where.get()), position);
        }
        return position;
    }

    private static void turnTo(Visit visit, ChannelName channel, boolean wasMember, long position)
            throws JournalException {
        visit.screen().turnTo(Optional.of(channel));
        visit.screen().say(wasMember ? "turned" : "joined.you", channel);
        Looking.showTopic(visit, channel);
        if (!wasMember) {
            new Backlog(visit).showLast(channel, position + 1);
        }
    }

    static void part(Visit visit, String words) throws Refused, InterruptedException {
        var channel = words.isEmpty() ? visit.screen().current() : channel(visit, words);
        if (channel.isEmpty()) {
            if (words.isEmpty()) {
                visit.screen().say("nowhere");
            }
            return;
        }
        visit.session().perform(new Part(channel.get()));
        visit.screen().say("parted.you", channel.get());
        if (visit.screen().current().equals(channel)) {
            var next = visit.person().channels().stream().findFirst();
            visit.screen().turnTo(next);
            if (next.isPresent()) {
                visit.screen().say("turned", next.get());
            } else {
                visit.screen().say("nowhere");
            }
        }
    }

    static void tell(Visit visit, String words) throws Refused, InterruptedException {
        var parts = words.split("\\s+", 2);
        var name = visit.house().names().parseNickname(parts[0]);
        var text = parts.length > 1 ? Text.parse(parts[1]) : Optional.<Text>empty();
        if (name.isEmpty() || text.isEmpty()) {
            visit.screen()
                    .say("verb.usage", "/msg " + visit.screen().wording().phrase("verb.msg.usage"));
            return;
        }
        visit.session().perform(new Tell(name.get(), Manner.SPEECH, text.get()));
        var hub = visit.house().hub();
        var away =
                hub.accounts()
                        .named(name.get())
                        .flatMap(account -> hub.state().person(account.id()))
                        .filter(person -> !person.isHere());
        if (away.isPresent()) {
            visit.screen().say("told.away", name.get());
        }
    }

    static void topic(Visit visit, String words) throws Refused, InterruptedException {
        var channel = visit.screen().current();
        if (channel.isEmpty()) {
            visit.screen().say("nowhere");
        } else if (words.isEmpty()) {
            visit.session().settle();
            Looking.showTopic(visit, channel.get());
        } else {
            var topic = words.equals("-") ? Optional.<Text>empty() : Text.parse(words);
            visit.session().perform(new SetTopic(channel.get(), topic));
            visit.screen().say(topic.isPresent() ? "topic.set.you" : "topic.removed.you");
        }
    }

    /// Reads a channel's name, with or without its `#`; if it is not one, the client is told.
    private static Optional<ChannelName> channel(Visit visit, String words) {
        var written = words.startsWith("#") ? words : "#" + words;
        var channel = visit.house().names().parseChannel(written);
        if (channel.isEmpty()) {
            var isAnyScript = visit.house().names().isAnyScript();
            visit.screen().say("channel.bad", ChannelName.LONGEST, isAnyScript);
        }
        return channel;
    }
}
