package veche.chat;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.chat.Command.Accept;
import veche.chat.Command.AddAccount;
import veche.chat.Command.AddCertificate;
import veche.chat.Command.Announce;
import veche.chat.Command.AskForName;
import veche.chat.Command.BecomeOperator;
import veche.chat.Command.BringMetadata;
import veche.chat.Command.ChangeModes;
import veche.chat.Command.ChangePassword;
import veche.chat.Command.ChangeRules;
import veche.chat.Command.ChooseLanguage;
import veche.chat.Command.ClaimRank;
import veche.chat.Command.ClearAccounts;
import veche.chat.Command.ClearMetadata;
import veche.chat.Command.Early;
import veche.chat.Command.Empowered;
import veche.chat.Command.End;
import veche.chat.Command.Enter;
import veche.chat.Command.Expel;
import veche.chat.Command.Forget;
import veche.chat.Command.GiveUpAccount;
import veche.chat.Command.Invite;
import veche.chat.Command.Join;
import veche.chat.Command.Keeping;
import veche.chat.Command.Kick;
import veche.chat.Command.Knock;
import veche.chat.Command.LiftBan;
import veche.chat.Command.LogIn;
import veche.chat.Command.LogOut;
import veche.chat.Command.MakeAccount;
import veche.chat.Command.MakeToken;
import veche.chat.Command.MarkRead;
import veche.chat.Command.NoteToken;
import veche.chat.Command.Operating;
import veche.chat.Command.Own;
import veche.chat.Command.Part;
import veche.chat.Command.Personal;
import veche.chat.Command.Prefer;
import veche.chat.Command.Recover;
import veche.chat.Command.Redact;
import veche.chat.Command.Register;
import veche.chat.Command.RegisterChannel;
import veche.chat.Command.Relay;
import veche.chat.Command.RemoveAccount;
import veche.chat.Command.RemoveCertificate;
import veche.chat.Command.Rename;
import veche.chat.Command.RenameChannel;
import veche.chat.Command.RenewCredential;
import veche.chat.Command.ResetPassword;
import veche.chat.Command.RestoreAccounts;
import veche.chat.Command.RevokeToken;
import veche.chat.Command.RevokeTokens;
import veche.chat.Command.Say;
import veche.chat.Command.SayToRank;
import veche.chat.Command.SetAccess;
import veche.chat.Command.SetAway;
import veche.chat.Command.SetBan;
import veche.chat.Command.SetCertificate;
import veche.chat.Command.SetFlag;
import veche.chat.Command.SetMetadata;
import veche.chat.Command.SetRealname;
import veche.chat.Command.SetTopic;
import veche.chat.Command.Signal;
import veche.chat.Command.Social;
import veche.chat.Command.Subscribe;
import veche.chat.Command.TakeChannel;
import veche.chat.Command.Tell;
import veche.chat.Command.TransferChannel;
import veche.chat.Command.Warn;
import veche.chat.Command.Watch;
import veche.event.Entry;
import veche.event.Event.Announced;
import veche.event.Event.LanguageChosen;
import veche.event.Event.PersonFlagged;
import veche.event.Event.Preferred;
import veche.event.Event.ReadMarked;
import veche.event.Event.Warned;
import veche.event.PersonFlag;
import veche.event.Refusal.NotOperator;
import veche.event.Refused;

/// The rules of the chat: commands in, events out. It has no thread, no clock and no chance of its
/// own, so the same requests in the same order give the same entries; the hub's thread runs it.
///
/// Each command has three beats. First it is decided; if it may not be, it is refused and nothing
/// has changed. Then what happens is recorded, which applies it to the state. Last it is noted who
/// is to be told once it is stored. What is decided stands in the classes that are named here.
final class Assembly {

    private static final Logger log = LoggerFactory.getLogger(Assembly.class);

    private Rules rules;
    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;
    private final Memberships memberships;
    private final Knocking knocking;
    private final Presence presence;
    private final Describing describing;
    private final Ownership ownership;
    private final Arrivals arrivals;
    private final Logins logins;
    private final Accounting accounting;
    private final TokenKeeping tokens;
    private final Speaking speaking;
    private final Moderation moderation;
    private final Banning banning;
    private final Purging purging;

    Assembly(Rules rules, State state) {
        this.state = state;
        this.ledger = new Ledger(state);
        this.audiences = new Audiences(state);
        this.requirements = new Requirements(state);
        this.rules = rules;
        this.memberships = new Memberships(this::rules, state, ledger, audiences, requirements);
        this.knocking = new Knocking(ledger, audiences, requirements);
        this.presence = new Presence(state, ledger, audiences);
        this.describing = new Describing(this::rules, state, ledger, audiences, requirements);
        this.arrivals =
                new Arrivals(
                        this::rules, state, ledger, audiences, requirements, memberships, presence);
        this.logins =
                new Logins(
                        this::rules,
                        state,
                        ledger,
                        audiences,
                        memberships,
                        presence,
                        describing,
                        arrivals);
        this.ownership = new Ownership(state, ledger, requirements, memberships);
        this.tokens = new TokenKeeping(state, ledger, arrivals);
        this.accounting =
                new Accounting(
                        this::rules,
                        state,
                        ledger,
                        audiences,
                        requirements,
                        logins,
                        memberships,
                        ownership,
                        tokens);
        this.speaking = new Speaking(state, ledger, audiences, requirements);
        this.banning = new Banning(state, ledger, requirements, arrivals);
        this.purging = new Purging(state, ledger, requirements, memberships);
        this.moderation = new Moderation(ledger, requirements);
    }

    private Rules rules() {
        return rules;
    }

    /// Takes an entry from the journal as having happened.
    void replay(Entry entry) {
        state.apply(entry);
        ledger.continueAfter(entry.position(), entry.time());
    }

    /// Positions go on after this one, and times not before this one.
    void continueAfter(long last, Instant lastTime) {
        ledger.continueAfter(last, lastTime);
    }

    /// Decides a request, and changes the state accordingly.
    Outcome decide(Request request) {
        ledger.begin(request.time());
        arrivals.note();
        try {
            run(request.by(), request.command());
        } catch (Refused refused) {
            ledger.refuse(refused.refusal());
        }
        return new Outcome(request, ledger.tellings(), ledger.refusals(), ledger.position());
    }

    private void run(@Nullable Session by, Command command) throws Refused {
        switch (command) {
            case Operating operating -> operate(operating);
            case Early early -> {
                if (by != null) {
                    attend(by, early);
                }
            }
            case Own own -> {
                if (by != null) {
                    present(by, own);
                }
            }
            case Empowered(var deed, var operator) -> overrule(by, deed, operator);
            case Personal personal -> {
                var person = requirements.person(by);
                keepBooks(requireNonNull(by), person, personal);
            }
            case Social social -> converse(requirements.person(by), social);
        }
    }

    private void overrule(@Nullable Session by, Keeping deed, String operator) throws Refused {
        var person = requirements.person(by);
        Requirements.operator(person);
        requirements.empower(true);
        try {
            run(by, deed);
        } finally {
            requirements
                    .overruled()
                    .ifPresent(channel ->
                            log.atInfo()
                                    .addKeyValue("operator", operator)
                                    .addKeyValue("nickname", person.name())
                                    .addKeyValue("channel", channel)
                                    .addKeyValue("deed", deed.getClass().getSimpleName())
                                    .log("acted as a founder"));
            requirements.empower(false);
        }
    }

    private void attend(Session by, Early command) throws Refused {
        switch (command) {
            case AskForName(var name) ->
                    accounting.requireRegistrable(name, by.person().map(Person::author));
            case Register(var name, var credential) -> accounting.register(by, name, credential);
            case MakeAccount(var name, var credential) ->
                    accounting.makeForAnybody(by, name, credential);
            case LogIn(var account, var proven) -> accounting.logIn(by, account, proven);
            case Enter enter -> {
                arrivals.enter(by, enter);
                enter.login().ifPresent(login -> tokens.loggedIn(by, login.proven()));
            }
            case End end -> arrivals.end(by, end);
        }
    }

    private void present(Session by, Own command) {
        switch (command) {
            case Watch watch -> presence.watch(by, watch);
            case Subscribe(var keys) -> state.subscribers().subscribe(by, keys);
            case SetAway(var words) -> presence.setAway(by, words);
            case SetRealname(var realname) -> presence.setRealname(by, realname);
        }
    }

    private void converse(Person by, Social command) throws Refused {
        switch (command) {
            case Join join -> memberships.join(by, join);
            case Part(var channel, var words) -> memberships.part(by, channel, words);
            case Kick kick -> memberships.kick(by, kick);
            case Invite invite -> memberships.invite(by, invite);
            case Knock(var channel) -> knocking.knock(by, channel);
            case RenameChannel rename -> ownership.rename(by, rename);
            case Command.Purge purge -> purging.purge(by, purge);
            case Say say -> speaking.say(by, say);
            case SayToRank say -> speaking.sayToRank(by, say);
            case Relay relay -> speaking.relay(by, relay);
            case Tell tell -> speaking.tell(by, tell);
            case Signal signal -> speaking.signal(by, signal);
            case Redact redact -> speaking.redact(by, redact);
            case Forget forget -> speaking.forget(by, forget);
            case SetTopic(var channel, var topic) -> speaking.setTopic(by, channel, topic);
            case ChangeModes change -> {
                var name = change.channel();
                memberships.change(by, name, () -> moderation.change(by, change));
            }
            case Rename(var next) -> arrivals.rename(by, next);
            case SetFlag(var flag, var set) -> {
                Requirements.that(flag != PersonFlag.OPERATOR || !set, new NotOperator());
                flag(by, flag, set);
            }
            case BecomeOperator _ -> flag(by, PersonFlag.OPERATOR, true);
            case Accept accept -> speaking.accept(by, accept);
            case SetMetadata set -> describing.set(by, set);
            case ClearMetadata clear -> describing.clear(by, clear);
            case BringMetadata(var all) -> describing.bring(by, all);
            case Warn(var text) -> {
                Requirements.operator(by);
                ledger.record(new Warned(by.author(), text), operators());
            }
        }
    }

    private void flag(Person by, PersonFlag flag, boolean set) {
        if (by.is(flag) != set) {
            ledger.record(new PersonFlagged(by.author(), flag, set), Audiences.of(by));
        }
    }

    /// Operators, and those who want to hear them.
    private Session[] operators() {
        return state.people().stream()
                .filter(it -> it.is(PersonFlag.OPERATOR) || it.is(PersonFlag.WALLOPS))
                .flatMap(it -> it.sessions().stream())
                .toArray(Session[]::new);
    }

    private void keepBooks(Session session, Person by, Personal command) throws Refused {
        var account = requirements.account(by);
        switch (command) {
            case RegisterChannel(var channel) -> ownership.register(by, channel);
            case TransferChannel(var channel, var to) -> ownership.transfer(by, channel, to);
            case TakeChannel(var channel, var from) -> ownership.take(by, channel, from, account);
            case SetAccess access -> ownership.setAccess(by, access);
            case ClaimRank(var channel) -> ownership.claim(by, channel);
            case GiveUpAccount _ -> accounting.remove(account.name());
            case ChangePassword(var proven, var next) ->
                    accounting.changePassword(session, account, proven, next);
            case RenewCredential(var proven, var next) ->
                    accounting.renewCredential(account, proven, next);
            case MakeToken(var label, var hash) -> tokens.make(account, label, hash);
            case RevokeToken(var id) -> tokens.revoke(account, id, session);
            case LogOut _ -> logins.logOut(by);
            case AddCertificate(var fingerprint) -> accounting.addCertificate(account, fingerprint);
            case RemoveCertificate(var fingerprint) ->
                    accounting.removeCertificate(account, fingerprint);
            case ChooseLanguage(var language) ->
                    ledger.record(new LanguageChosen(account.id(), language), Audiences.of(by));
            case Prefer(var preference, var value) ->
                    ledger.record(
                            new Preferred(
                                    account.id(),
                                    preference.name().toLowerCase(Locale.ROOT),
                                    value),
                            Audiences.of(by));
            case MarkRead(var conversation, var time) -> {
                // Another session may have read further meanwhile.
                if (state.preferences().read(account.id(), conversation).orElse(0L) < time) {
                    var read = new ReadMarked(account.id(), conversation, time);
                    ledger.record(read, Audiences.of(by));
                }
            }
        }
    }

    private void operate(Operating command) throws Refused {
        switch (command) {
            case Announce(var text) -> ledger.record(new Announced(text), audiences.everyone());
            case Expel expel -> banning.expel(expel);
            case SetBan ban -> banning.set(ban);
            case LiftBan(var whom) -> banning.lift(whom);
            case ChangeRules(var next) -> rules = next;
            case AddAccount(var name, var credential) -> accounting.add(name, credential);
            case RemoveAccount(var name) -> accounting.remove(name);
            case ResetPassword(var name, var credential) ->
                    accounting.resetPassword(name, credential);
            case RevokeTokens(var name, var ids) ->
                    tokens.revoke(requirements.account(name).id(), ids);
            case NoteToken(var id) -> tokens.used(id);
            case SetCertificate(var name, var fingerprint, var good) -> {
                var account = requirements.account(name);
                if (good) {
                    accounting.addCertificate(account, fingerprint);
                } else {
                    accounting.removeCertificate(account, fingerprint);
                }
            }
            case ClearAccounts(var version) -> accounting.clear(version);
            case RestoreAccounts(var accounts) ->
                    List.copyOf(accounts).forEach(accounting::restore);
            case Recover(var seen) -> arrivals.recover(seen);
        }
    }
}
