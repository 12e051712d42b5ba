package veche.journal;

import static veche.journal.Scribe.author;
import static veche.journal.Scribe.guest;
import static veche.journal.Scribe.visitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
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
import veche.event.Text;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// What may happen to a few people in a few channels, at random.
final class RandomEvents {

    private static final List<Author> OWNERS =
            List.of(author(7, "ann"), author(71, "bob"), author(8, "eve"), author(700, "Ёж"));
    private static final List<Author> PEOPLE =
            List.of(
                    OWNERS.get(0),
                    OWNERS.get(1),
                    OWNERS.get(2).called(new Nickname("Eve_")),
                    OWNERS.get(3),
                    guest(5_000, "zoe"),
                    visitor(5_001, "annie", OWNERS.getFirst()));
    private static final List<ChannelName> CHANNELS =
            List.of("#tea", "#Tea", "#te", "#чай", "#tea/topic", "#tea%2Ftopic").stream()
                    .map(ChannelName::new)
                    .toList();
    private static final List<String> MASKS = List.of("Ann!*@*", "ann!*@*", "*!*@a/b", "~a:x0");

    private static final List<Exile> EXILES =
            Stream.of("192.0.2.0/24", "192.0.2.1", "Ann!*@*", "ann!*@*", "ANN", "*!*@a/b")
                    .map(text -> Exile.parse(text, CaseMapping.PRECIS).orElseThrow())
                    .toList();
    private static final Instant END = Instant.ofEpochMilli(1_800_000_000_000L);

    private final Random random;

    private RandomEvents(Random random) {
        this.random = random;
    }

    static Entry next(Random random, Scribe scribe) {
        return scribe.entry(new RandomEvents(random).event());
    }

    private Event event() {
        return switch (random.nextInt(8)) {
            case 0 -> ofAnAccount(any(OWNERS));
            case 1 -> ofSomebody(any(PEOPLE));
            case 2, 3 -> ofAMember(any(CHANNELS), any(PEOPLE));
            case 4 -> ofAChannel(any(CHANNELS), any(PEOPLE));
            case 5 -> new Event.ModeChanged(any(CHANNELS), any(PEOPLE), change());
            default -> spoken(any(CHANNELS), any(PEOPLE));
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private Event ofAnAccount(Author owner) {
        return switch (random.nextInt(23)) {
            case 0, 1, 2 -> new Event.Registered(owner);
            case 3, 4, 5 ->
                    new Event.CredentialSet(
                            owner.person(), new Credential("secret " + random.nextInt()));
            case 6, 7 -> new Event.LanguageChosen(owner.person(), any(List.of(Language.values())));
            case 8, 9 ->
                    new Event.Preferred(
                            owner.person(), "choice " + random.nextInt(3), maybe("it/is"));
            case 10, 11, 12 -> readMarked(owner);
            case 13, 14 -> new Event.CertificateAdded(owner.person(), certificate());
            case 15 -> new Event.CertificateRemoved(owner.person(), certificate());
            case 18, 19 -> new Event.TokenMade(owner.person(), token(), new Text("phone"), "hash");
            case 20 -> new Event.TokenUsed(owner.person(), token());
            case 21 -> new Event.TokenRevoked(owner.person(), token());
            case 16, 17 ->
                    new Event.DeviceSeen(
                            owner.person(),
                            "device " + random.nextInt(3),
                            random.nextInt(4),
                            random.nextBoolean());
            default ->
                    random.nextInt(5) == 0
                            ? new Event.AccountsCleared(4)
                            : new Event.AccountRemoved(owner);
        };
    }

    private long token() {
        return random.nextLong(1, 4);
    }

    private String certificate() {
        return "certificate " + random.nextInt(3);
    }

    private Event readMarked(Author owner) {
        var conversation =
                random.nextBoolean()
                        ? new Conversation.InChannel(any(CHANNELS))
                        : Conversation.Between.of(owner.person(), any(OWNERS).person());
        return new Event.ReadMarked(owner.person(), conversation, random.nextInt(1_000));
    }

    private Event ofSomebody(Author who) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Event.Arrived(who);
            case 2 -> new Event.Left(who, random.nextInt(1_000), Reason.LOST);
            case 3 ->
                    new Event.Left(
                            who,
                            0,
                            Reason.QUIT,
                            maybe(new Text("bye")),
                            false,
                            random.nextBoolean() ? CHANNELS.subList(0, 1) : List.of());
            default ->
                    new Event.Renamed(
                            who, new Nickname("n" + random.nextInt(9)), CHANNELS.subList(1, 3));
        };
    }

    private Event ofAMember(ChannelName where, Author who) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Event.Joined(where, who);
            case 3 -> new Event.Parted(where, who, maybe(new Text("enough")));
            case 4 -> new Event.Kicked(where, any(PEOPLE), any(OWNERS), maybe(new Text("out")));
            default ->
                    new Event.ModeChanged(
                            where,
                            who,
                            new ModeChange.Ranked(
                                    any(OWNERS),
                                    any(List.of(Rank.values())),
                                    random.nextInt(3) > 0));
        };
    }

    private Event ofAChannel(ChannelName where, Author who) {
        return switch (random.nextInt(10)) {
            case 9 -> new Event.ChannelRenamed(where, any(CHANNELS), who, maybe(new Text("why")));
            case 0, 1 -> new Event.ChannelMade(where, who);
            case 2 -> new Event.ChannelClosed(where, random.nextBoolean());
            case 3 -> new Event.ChannelRegistered(where, any(OWNERS));
            case 4 -> new Event.ChannelReleased(where);
            case 5 ->
                    new Event.AccessSet(
                            where, who, any(OWNERS), maybe(any(List.of(Rank.values()))));
            default ->
                    new Event.TopicSet(where, who, maybe(new Text("topic " + random.nextInt(100))));
        };
    }

    private ModeChange change() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                    new ModeChange.Flagged(
                            any(List.of(ChannelFlag.values())), random.nextBoolean());
            case 3, 4 ->
                    new ModeChange.Listed(
                            any(List.of(ChannelList.values())), any(MASKS), random.nextInt(3) > 0);
            case 5 -> new ModeChange.Keyed(maybe("key" + random.nextInt(9)));
            case 6 ->
                    new ModeChange.Limited(
                            random.nextBoolean()
                                    ? OptionalInt.of(random.nextInt(1, 99))
                                    : OptionalInt.empty());
            default -> new ModeChange.Forwarded(maybe(any(CHANNELS)));
        };
    }

    private Event metadataSet(ChannelName where, Author who) {
        var subject =
                random.nextBoolean() ? new Subject.Place(where) : new Subject.Somebody(any(PEOPLE));
        var key = new MetadataKey(any(List.of("url", "a/b", "a")));
        return new Event.MetadataSet(subject, who, key, maybe("value " + random.nextInt(9)));
    }

    private Event spoken(ChannelName where, Author who) {
        var text = new Text("hello " + random.nextInt(100));
        return switch (random.nextInt(12)) {
            case 10 -> new Event.ChannelPurged(where, "ann", maybe(text));
            case 11 -> new Event.ChannelUnpurged(where);
            case 8 ->
                    new Event.BanSet(
                            any(EXILES), random.nextBoolean(), maybe(END), "ann", maybe(text));
            case 9 -> new Event.BanLifted(any(EXILES));
            case 0 -> new Event.Told(who, any(PEOPLE), Manner.SPEECH, text);
            case 1 ->
                    new Event.Redacted(
                            new Addressee.Everyone(where),
                            who,
                            random.nextInt(1, 1_000),
                            maybe(text));
            case 2 -> new Event.Announced(text);
            case 3 -> metadataSet(where, who);
            default -> new Event.Said(where, who, Manner.SPEECH, text);
        };
    }
}
