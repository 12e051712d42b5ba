package veche.app;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
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

    /// The data folder cannot be used, or something in it.
    static CannotStart unusable(Path folder, IOException why) {
        if (!(why instanceof AccessDeniedException denied)) {
            return new CannotStart("data.unusable", folder, reason(why));
        }
        return Files.isWritable(folder)
                ? new CannotStart("file.denied", denied.getFile())
                : new CannotStart("data.denied", folder);
    }

    /// Some exceptions name a file and leave it to their type to say what is wrong with it.
    private static String reason(IOException why) {
        return switch (why) {
            case FileAlreadyExistsException e -> words("file.no_folder", e.getFile());
            case NotDirectoryException e -> words("file.no_folder", e.getFile());
            case NoSuchFileException e -> words("file.missing", e.getFile());
            default -> String.valueOf(why.getMessage());
        };
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
