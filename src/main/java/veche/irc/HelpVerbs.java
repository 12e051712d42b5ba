package veche.irc;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import veche.wire.Tokens;

/// What one can send: HELP and HELPOP. Each verb has a line in the bundle `veche.irc.help`. See
/// https://modern.ircdocs.horse/#help-message
final class HelpVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("HELP", 0, HelpVerbs::help),
                    Verb.after("HELPOP", 0, HelpVerbs::help));

    private static final ResourceBundle LINES =
            ResourceBundle.getBundle(
                    "veche.irc.help",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    private static final String SUMMARY = "*";

    private HelpVerbs() {}

    private static void help(Client client, Parameters parameters) throws InterruptedException {
        var subject = Texts.word(parameters.at(0)).toUpperCase(Locale.ROOT);
        var verb = Verbs.find(subject);
        if (parameters.at(0).isEmpty()) {
            list(client);
        } else if (verb == null) {
            client.reply(Numeric.HELP_NOT_FOUND, subject);
        } else {
            client.reply(Numeric.HELP_START, subject, "Help on " + subject);
            client.reply(Numeric.HELP_TEXT, subject, line(verb));
            client.reply(Numeric.END_OF_HELP, subject, "End of /HELP");
        }
    }

    private static void list(Client client) throws InterruptedException {
        client.reply(Numeric.HELP_START, SUMMARY, "What can be sent; HELP <command> says more:");
        for (var names : Tokens.lists(Verbs.names(), ' ', 300)) {
            client.reply(Numeric.HELP_TEXT, SUMMARY, names);
        }
        client.reply(Numeric.END_OF_HELP, SUMMARY, "End of /HELP");
    }

    /// How a verb is written, and what it does.
    static String line(Verb verb) {
        return LINES.getString(verb.name());
    }
}
