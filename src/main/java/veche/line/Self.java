package veche.line;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.chat.Command.ChangePassword;
import veche.chat.Command.ChooseLanguage;
import veche.event.Refused;
import veche.language.Language;
import veche.line.PasswordDialogue.Answer;
import veche.net.Reason;

/// What people do for themselves.
final class Self {

    private static final Logger log = LoggerFactory.getLogger(Self.class);

    private Self() {}

    static void language(Visit visit, String words) throws Refused, InterruptedException {
        var language = Language.parse(words);
        if (words.isEmpty() || language.isEmpty()) {
            var choices =
                    Arrays.stream(Language.values())
                            .map(choice -> "/lang " + choice.tag() + " (" + choice.ownName() + ")")
                            .collect(Collectors.joining(", "));
            visit.screen().say("language.choices", choices);
            return;
        }
        visit.session().perform(new ChooseLanguage(language.get()));
        visit.screen().speak(language.get());
        visit.screen().say("language.chosen");
    }

    static void password(Visit visit, String words)
            throws Refused, IOException, InterruptedException {
        var dialogue = new PasswordDialogue(visit);
        var account = visit.account();
        if (!(dialogue.askForPassword(account, "password.current") instanceof Answer.Right)) {
            return;
        }
        var shortest = visit.house().passwordRule().shortest();
        var credential = dialogue.choose(account.name(), "password.next", shortest);
        if (credential.isPresent()) {
            var tokens = visit.house().hub().state().tokens().of(account.id()).size();
            visit.session().perform(new ChangePassword(account.credential(), credential.get()));
            log.atInfo().addKeyValue("account", account.name()).log("password changed");
            visit.screen().say("password.changed", tokens);
        }
    }

    static void quit(Visit visit, String words) throws InterruptedException {
        visit.session().settle();
        visit.screen().farewell(Reason.QUIT);
    }
}
