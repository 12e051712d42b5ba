package veche.app;

import java.io.IOException;
import java.net.UnknownHostException;
import veche.language.Language;
import veche.language.Phrases;

/// Why the server does not start, as one clear sentence for the operator.
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param phrase of the operator's, in the bundle `veche.app.phrases`
    CannotStart(String phrase, Object... arguments) {
        super(words(phrase, arguments), null, false, false);
    }

    /// Somebody else listens where we should, or we may not, or there is no such place.
    static CannotStart listening(IOException why) {
        var phrase = why instanceof UnknownHostException ? "listen.unknown" : "listen.failed";
        return new CannotStart(phrase, String.valueOf(why.getMessage()));
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
