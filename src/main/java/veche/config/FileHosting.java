package veche.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which files people may upload, and how much of them is kept.
///
/// @param enabled whether anybody can, or can get what was uploaded before
/// @param largest the largest file, in bytes; 1 KiB to 100 GiB
/// @param types which media types a file may have: each `image/png`, a family such as `image/*`, or
///   all of them
/// @param perAccount how much one account may have, in bytes; at least `largest`
/// @param total how much all may have, in bytes; at least `perAccount`
/// @param keep how long a file is kept, a minute to 36500 days; empty for ever
public record FileHosting(
        boolean enabled,
        long largest,
        List<String> types,
        long perAccount,
        long total,
        Optional<Duration> keep) {

    private static final String WORD = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";

    private static final Kind<String> TYPE =
            Kind.text(WORD + "/(?:\\*|" + WORD + ")|\\*/\\*", Words.of("must.media-type"));

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final long LEAST = 1 << 10;
    private static final long MOST = 100L << 30;
    private static final long MOST_OF_ALL = 999_999_999L << 30;

    public FileHosting {
        types = List.copyOf(types);
        var check =
                new Check()
                        .size("largest", largest, LEAST, MOST)
                        .size("per_account", perAccount, largest, MOST_OF_ALL)
                        .size("total", total, perAccount, MOST_OF_ALL);
        keep.ifPresent(age -> check.within("keep", age, SHORTEST, LONGEST));
        check.pass();
    }

    static FileHosting from(Section section) {
        return new FileHosting(
                section.read("enabled", Kind.TRUTH),
                section.read("largest", Kind.SIZE),
                section.list("types", TYPE),
                section.read("per_account", Kind.SIZE),
                section.read("total", Kind.SIZE),
                section.read("keep", Kind.TIMESPAN.or("forever", Optional.empty(), Optional::of)));
    }
}
