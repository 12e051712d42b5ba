package veche.console;

import veche.language.Language;
import veche.language.Phrases;

/// Why what the operator wanted did not happen: a phrase of this floor's bundle, and what fills its
/// places. It is an answer, not an accident, so it has no stack trace.
public final class Failure extends Exception {

    private static final String BUNDLE = "veche.console.phrases";

    private final String phrase;
    private final Object[] arguments;
    private final Exit exit;

    /// @param phrase a key of the bundle `veche.console.phrases`
    public Failure(String phrase, Object... arguments) {
        this(Exit.FAILED, phrase, arguments);
    }

    private Failure(Exit exit, String phrase, Object... arguments) {
        super(phrase, null, false, false);
        this.exit = exit;
        this.phrase = phrase;
        this.arguments = arguments;
    }

    /// A command that was written wrongly, as opposed to one that could not be done.
    public static Failure misuse(String phrase, Object... arguments) {
        return new Failure(Exit.MISUSED, phrase, arguments);
    }

    static Failure unreachable(String phrase, Object... arguments) {
        return new Failure(Exit.UNREACHABLE, phrase, arguments);
    }

    /// What an operator who reads this language is told.
    public String in(Language language) {
        return in(phrases(language));
    }

    String in(Phrases phrases) {
        return phrases.text(phrase, arguments);
    }

    Exit exit() {
        return exit;
    }

    static Phrases phrases(Language language) {
        return new Phrases(BUNDLE, language);
    }
}
