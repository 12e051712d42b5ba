package veche.language;

import com.ibm.icu.text.MessageFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The phrases of one bundle in one language. A phrase is a pattern of ICU's MessageFormat, so that
/// it can have plurals: `{0, plural, one {# person} other {# people}}`. An apostrophe is written as
/// it is, and a brace in quotes: `'{'`.
///
/// A number is written as people write an amount (`12,345`); what is not an amount, such as a port,
/// is given as a string.
///
/// Safe for use by many threads.
public final class Phrases {

    private final Language language;
    private final ResourceBundle bundle;

    /// By key. A format is not safe for use by several threads: its own lock guards it.
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /// @param bundle the bundle's name, such as `veche.line.phrases`: the file without language and
    ///   ending
    /// @throws java.util.MissingResourceException if there is no such bundle
    public Phrases(String bundle, Language language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(
                        bundle,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    /// A phrase with its places filled.
    ///
    /// @throws java.util.MissingResourceException if the bundle has no such phrase, which is a bug
    public String text(String key, Object... arguments) {
        var format = formats.computeIfAbsent(key, this::parse);
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private MessageFormat parse(String key) {
        return new MessageFormat(bundle.getString(key), language.locale());
    }
}
