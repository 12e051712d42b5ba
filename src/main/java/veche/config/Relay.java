package veche.config;

/// Who may pass on, under their names, what people say elsewhere: RELAYMSG. See
/// https://github.com/ircv3/ircv3-specifications/pull/417
///
/// @param enabled whether anybody may
/// @param channelOperators whether operators of a channel may do it there; operators of the server
///   whose class has the [privilege][Privilege#RELAY] may everywhere
/// @param separators characters of which at least one is in the name of whoever is elsewhere, and
///   none in that of anybody who is here; 1 to 8 of `/ ; ' " ( ) < >`
public record Relay(boolean enabled, boolean channelOperators, String separators) {

    private static final String POSSIBLE = "[/;'\"()<>]{1,8}";

    public Relay {
        new Check()
                .that("separators", separators.matches(POSSIBLE), Words.of("must.separators"))
                .pass();
    }

    static Relay from(Section section) {
        return new Relay(
                section.read("enabled", Kind.TRUTH),
                section.read("channel_operators", Kind.TRUTH),
                section.read("separators", Kind.TEXT));
    }
}
