package veche.client;

import java.util.Locale;
import veche.language.Phrases;

/// What whoever sits here is asked before we come in. The words are `ask.…` in the bundle.
enum Question {
    SERVER,
    PORT,
    CERTIFICATE,
    NAME,
    PASSWORD,

    /// A password for an account that is made.
    NEW_PASSWORD,

    /// Whether an account that is gone is to be made anew.
    CREATE,

    /// Whether to come back after being sent away.
    RETURN;

    Step.Ask step(Phrases phrases, Object... arguments) {
        var key = "ask." + name().toLowerCase(Locale.ROOT);
        var hidden = this == PASSWORD || this == NEW_PASSWORD;
        return new Step.Ask(this, phrases.text(key, arguments), hidden);
    }

    /// Whether an answer is yes, in the language of the question or in English.
    ///
    /// @param otherwise what no answer means
    static boolean isYes(String answer, boolean otherwise, Phrases phrases) {
        var yes = phrases.text("yes").toLowerCase(phrases.language().locale());
        var said = answer.strip().toLowerCase(phrases.language().locale());
        return said.isEmpty() ? otherwise : yes.startsWith(said) || "yes".startsWith(said);
    }
}
