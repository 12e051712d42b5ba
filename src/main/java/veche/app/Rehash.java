package veche.app;

import java.util.List;
import java.util.Optional;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.certificate.BadCertificate;
import veche.certificate.Certificates;
import veche.chat.Command.ChangeRules;
import veche.chat.Hub;
import veche.chat.Rules;
import veche.config.Config;
import veche.config.ConfigException;
import veche.console.CertificatesCommand;
import veche.console.Failure;
import veche.console.RehashCommand.Rehashing;
import veche.event.Refusal;
import veche.event.Refused;
import veche.irc.IrcService;
import veche.line.LineService;

/// Has the server do as the settings say from now on, as far as that can be.
final class Rehash implements Rehashing {

    private final SettingsOfParts settings;
    private final ConfigSource source;
    private final Optional<Certificates> certificates;
    private final Hub hub;
    private final Passwords passwords;
    private final LineService line;
    private final IrcService irc;

    /// As the operator has chosen it last.
    private volatile PasswordRule passwordRule;

    /// @param source where the settings came from
    Rehash(
            SettingsOfParts settings,
            ConfigSource source,
            Optional<Certificates> certificates,
            Hub hub,
            Passwords passwords,
            LineService line,
            IrcService irc) {
        this.settings = settings;
        this.source = source;
        this.certificates = certificates;
        this.hub = hub;
        this.passwords = passwords;
        this.line = line;
        this.irc = irc;
        this.passwordRule = rule(settings.started());
    }

    private static PasswordRule rule(Config chosen) {
        return new PasswordRule(chosen.accounts().shortestPassword());
    }

    /// What a password has to be like now. Any thread.
    PasswordRule passwordRule() {
        return passwordRule;
    }

    @Override
    public List<String> rehash() throws Failure, InterruptedException {
        try {
            var next = source.load();
            // First, since what is wrong with them may be the only thing that is.
            if (certificates.isPresent()) {
                certificates.get().reload();
            }
            follow(SettingsOfParts.rules(next));
            passwords.keepForScram(next.accounts().scram());
            passwordRule = rule(next);
            line.follow(settings.line(next));
            irc.follow(settings.irc(next));
            return Fixed.changed(settings.started(), next);
        } catch (ConfigException e) {
            var language = settings.started().language();
            throw new Failure("rehash.wrong", String.join("\n", e.problems(language)));
        } catch (BadCertificate bad) {
            throw CertificatesCommand.failure(bad);
        }
    }

    private void follow(Rules next) throws Failure, InterruptedException {
        try {
            hub.perform(new ChangeRules(next));
        } catch (Refused refused) {
            // They hold from when they are decided, whatever the disk does then.
            if (!(refused.refusal() instanceof Refusal.NotStoredYet)) {
                throw new Failure("refused.failed");
            }
        }
    }
}
