package veche.journal;

import static veche.journal.Scribe.author;

import java.util.List;
import java.util.Random;
import veche.event.Author;
import veche.event.Entry;
import veche.language.Language;

/// What may happen to a few people in a few channels, at random.
final class RandomEvents {

    private static final List<Author> PEOPLE =
            List.of(author(7, "ann"), author(71, "bob"), author(8, "eve"), author(700, "Ёж"));
    private static final List<String> CHANNELS = List.of("#tea", "#Tea", "#te", "#чай");

    private RandomEvents() {}

    static Entry next(Random random, Scribe scribe) {
        var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        var whom = PEOPLE.get(random.nextInt(PEOPLE.size()));
        var where = CHANNELS.get(random.nextInt(CHANNELS.size()));
        return switch (random.nextInt(40)) {
            case 0, 1, 2 -> scribe.registered(who);
            case 3, 4, 5 -> scribe.credential(who, "secret " + random.nextInt());
            case 6, 7 ->
                    scribe.language(
                            who, random.nextBoolean() ? Language.ENGLISH : Language.RUSSIAN);
            case 8, 9, 10, 11 -> scribe.joined(where, who);
            case 12, 13 -> scribe.parted(where, who);
            case 14, 15, 16 -> scribe.arrived(who);
            case 17, 18 -> scribe.left(who, random.nextInt(1_000));
            case 19, 20 -> scribe.topic(where, who, "topic " + random.nextInt(100));
            case 21 -> scribe.noTopic(where, who);
            case 22 -> scribe.removed(who);
            case 23 -> random.nextInt(5) == 0 ? scribe.cleared(4) : scribe.announced("hear, hear");
            case 24, 25, 26 -> scribe.told(who, whom, "psst");
            default -> scribe.said(where, who, "hello " + random.nextInt(100));
        };
    }
}
