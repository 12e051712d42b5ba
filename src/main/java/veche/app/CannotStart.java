package veche.app;

import veche.language.Language;
import veche.language.Phrases;

/// Why the server does not start, as one clear sentence for the operator.
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param phrase of the operator's, in the bundle `veche.app.phrases`
    CannotStart(String phrase, Object... arguments) {
        super(words(phrase, arguments), null, false, false);
    }

    /// A phrase in the language of whoever started the program.
    static String words(String phrase, Object... arguments) {
        return new Phrases("veche.app.phrases", Language.ofSystem()).text(phrase, arguments);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
