package veche.journal;

import static veche.journal.Scribe.author;
import static veche.journal.Scribe.guest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.Conversation;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Exile;
import veche.event.Manner;
import veche.event.MetadataKey;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Subject;
import veche.event.Tags;
import veche.event.Text;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// An example of every event that a journal keeps, and of every way in which it can be.
final class EveryEvent {

    private static final Author ANN = author(7, "ann");
    private static final Author BOB = author(71, "bob").called(new Nickname("Bobby"));
    private static final Author ZOE = guest(5_000, "zoe");
    private static final ChannelName TEA = new ChannelName("#tea");
    private static final ChannelName CHESS = new ChannelName("#chess/[1];%");
    private static final Text TEXT = new Text("доброе утро ☕👩‍👩‍👧; DROP TABLE message; --");

    private EveryEvent() {}

    static List<Entry> of(Scribe scribe) {
        var events = new ArrayList<Event>();
        Stream.of(spoken(), ofChannels(), ofModes(), ofPeople(), ofAccounts())
                .forEach(events::addAll);
        return events.stream().map(scribe::entry).toList();
    }

    private static Exile exile(String text) {
        return Exile.parse(text, CaseMapping.PRECIS).orElseThrow();
    }

    private static Tags tags() {
        var values = new LinkedHashMap<String, String>();
        values.put("bot", "");
        values.put("+draft/reply", "a b;c\\:=\r\n;");
        values.put("+veche.chat/id", "42");
        return new Tags(values);
    }

    /// The other person comes back without an address.
    private static Author hidden(Author who) {
        return new Author(who.person(), who.name(), who.login(), Author.hidden(who.person()));
    }

    private static List<Event> spoken() {
        var zoe = hidden(ZOE);
        return List.of(
                new Event.Said(TEA, ANN, Manner.SPEECH, TEXT),
                new Event.Said(TEA, BOB, Manner.ACTION, TEXT, tags()),
                new Event.Said(CHESS, ZOE, Manner.NOTICE, new Text("one\n\ntwo"), tags()),
                new Event.Told(ANN, BOB, Manner.SPEECH, TEXT),
                new Event.Told(BOB, zoe, Manner.NOTICE, TEXT, tags()),
                new Event.Told(ANN, ANN, Manner.ACTION, TEXT),
                new Event.TopicSet(TEA, ANN, Optional.of(TEXT)),
                new Event.TopicSet(CHESS, ZOE, Optional.empty()),
                new Event.Reacted(new Addressee.Everyone(TEA), ZOE, tags()),
                new Event.Reacted(new Addressee.Ranking(TEA, Rank.VOICE), ANN, tags()),
                new Event.Reacted(new Addressee.One(BOB), ANN, tags()),
                new Event.SaidToRank(TEA, Rank.HALF_OPERATOR, ANN, Manner.SPEECH, TEXT, tags()),
                new Event.SaidToRank(TEA, Rank.VOICE, ZOE, Manner.ACTION, TEXT, Tags.NONE),
                new Event.Announced(TEXT),
                new Event.Redacted(new Addressee.Everyone(TEA), ANN, 999, Optional.of(TEXT)),
                new Event.Redacted(
                        new Addressee.Ranking(TEA, Rank.VOICE), ANN, 999, Optional.empty()),
                new Event.Redacted(new Addressee.One(BOB), ANN, 999, Optional.empty()));
    }

    private static List<Event> ofChannels() {
        return List.of(
                new Event.ChannelMade(TEA, ZOE),
                new Event.ChannelClosed(CHESS, false),
                new Event.ChannelRenamed(TEA, new ChannelName("#Tea"), ZOE, Optional.of(TEXT)),
                new Event.ChannelRenamed(CHESS, CHESS, ANN, Optional.empty()),
                new Event.ChannelRegistered(TEA, ANN),
                new Event.ChannelReleased(TEA),
                new Event.AccessSet(TEA, ANN, BOB, Optional.of(Rank.OPERATOR)),
                new Event.AccessSet(CHESS, ZOE, ANN, Optional.empty()),
                new Event.Joined(TEA, ZOE),
                new Event.Parted(CHESS, ANN),
                new Event.Parted(CHESS, BOB, Optional.of(TEXT)),
                new Event.Kicked(TEA, ZOE, BOB, Optional.of(TEXT)),
                new Event.Kicked(TEA, ANN, ANN, Optional.empty()));
    }

    private static List<Event> ofModes() {
        var changes = new ArrayList<ModeChange>();
        for (var on : List.of(true, false)) {
            for (var flag : ChannelFlag.values()) {
                changes.add(new ModeChange.Flagged(flag, on));
            }
            for (var rank : Rank.values()) {
                changes.add(new ModeChange.Ranked(BOB, rank, on));
            }
            for (var list : ChannelList.values()) {
                changes.add(new ModeChange.Listed(list, "*!*@host/a b%", on));
            }
        }
        changes.add(new ModeChange.Keyed(Optional.of("+key")));
        changes.add(new ModeChange.Keyed(Optional.empty()));
        changes.add(new ModeChange.Limited(OptionalInt.of(50)));
        changes.add(new ModeChange.Limited(OptionalInt.empty()));
        changes.add(new ModeChange.Forwarded(Optional.of(CHESS)));
        changes.add(new ModeChange.Forwarded(Optional.empty()));
        return changes.stream()
                .<Event>map(change -> new Event.ModeChanged(TEA, ZOE, change))
                .toList();
    }

    private static List<Event> ofPeople() {
        var next = new Nickname("ann|away");
        return List.of(
                new Event.Arrived(ANN),
                new Event.Arrived(ZOE),
                new Event.Left(ANN, 5, Reason.SLOW_CONSUMER),
                new Event.Left(BOB, 0, Reason.QUIT, Optional.of(TEXT), true, List.of()),
                new Event.Left(ZOE, 0, Reason.QUIT, Optional.of(TEXT), false, List.of(TEA, CHESS)),
                new Event.Left(ZOE, 0, Reason.LOST, Optional.empty(), false, List.of()),
                new Event.Renamed(ANN, next, List.of(CHESS, TEA)),
                new Event.Renamed(ZOE, next, List.of()));
    }

    private static List<Event> ofAccounts() {
        return List.of(
                new Event.AccountsCleared(3),
                new Event.AccountRemoved(ANN),
                new Event.Registered(ANN),
                new Event.CertificateAdded(ANN.person(), "0a".repeat(32)),
                new Event.CertificateRemoved(ANN.person(), "0a".repeat(32)),
                new Event.TokenMade(ANN.person(), 4711, new Text("my phone"), "0b".repeat(32)),
                new Event.TokenUsed(ANN.person(), 4711),
                new Event.TokenRevoked(ANN.person(), 4712),
                new Event.LanguageChosen(ANN.person(), Language.RUSSIAN),
                new Event.Preferred(ANN.person(), "persistence", Optional.of(" on ")),
                new Event.Preferred(ANN.person(), "persistence", Optional.empty()),
                new Event.MetadataSet(
                        new Subject.Somebody(ANN), ANN, new MetadataKey("a/b"), Optional.of("")),
                new Event.MetadataSet(
                        new Subject.Somebody(hidden(BOB)),
                        ZOE,
                        new MetadataKey("url"),
                        Optional.of("x")),
                new Event.MetadataSet(
                        new Subject.Place(CHESS), ZOE, new MetadataKey("url"), Optional.of("é :")),
                new Event.CredentialSet(ANN.person(), new Credential("$argon2id$…")),
                new Event.ReadMarked(
                        ANN.person(), new Conversation.InChannel(CHESS), 1_700_000_000_000L),
                new Event.DeviceSeen(ANN.person(), "my phone / 2%", 17, true),
                new Event.DeviceSeen(ANN.person(), "laptop", 18, false),
                new Event.ReadMarked(
                        ANN.person(), Conversation.Between.of(BOB.person(), ANN.person()), 5),
                new Event.BanSet(
                        exile("2001:db8::/32"), false, Optional.empty(), "ann", Optional.of(TEXT)),
                new Event.BanSet(
                        exile("*!*@a/b%"),
                        true,
                        Optional.of(Instant.ofEpochMilli(1_800_000_000_123L)),
                        "console",
                        Optional.empty()),
                new Event.BanSet(exile("Bob"), false, Optional.empty(), "ann", Optional.empty()),
                new Event.BanLifted(exile("2001:DB8::/32")),
                new Event.ChannelPurged(CHESS, "root", Optional.of(TEXT)),
                new Event.ChannelPurged(new ChannelName("#a/b%"), "root", Optional.empty()),
                new Event.ChannelUnpurged(CHESS));
    }
}
