package veche.app;

import veche.chat.Rules;
import veche.config.Accounts.Registration;
import veche.config.Config;
import veche.irc.IrcService;
import veche.net.Rate;

/// What each part of the server is told of the settings: of those that may change while it runs,
/// what the operator has chosen last, and of the others what it started with.
record SettingsOfParts(Config started) {

    static Rules rules(Config chosen) {
        var metadata = chosen.irc().metadata();
        return new Rules(
                chosen.channels().first(),
                chosen.accounts().registration() == Registration.OPEN,
                chosen.accounts().alwaysOn(),
                chosen.accounts().ownName(),
                new Rules.Most(
                        chosen.channels().most(),
                        chosen.accounts().certificates(),
                        metadata.keys(),
                        Rate.of(metadata.changes(), metadata.changes(), metadata.changesTime()),
                        chosen.limits().pipeline()),
                new Rules.Beginnings(
                        IrcService.personFlags(chosen.irc().defaultModes()),
                        IrcService.channelFlags(chosen.channels().defaultModes())));
    }

    veche.irc.Settings irc(Config chosen) {
        return new veche.irc.Settings(
                started.language(),
                started.timeZone(),
                Fixed.site(started, chosen),
                chosen.irc(),
                Fixed.accounts(started, chosen),
                chosen.channels(),
                chosen.history(),
                chosen.limits(),
                chosen.privacy(),
                chosen.operators());
    }

    veche.line.Settings line(Config chosen) {
        return new veche.line.Settings(
                started.language(),
                started.timeZone(),
                Fixed.accounts(started, chosen),
                chosen.history(),
                chosen.limits());
    }
}
