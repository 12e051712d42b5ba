package veche.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import veche.account.Account;
import veche.account.Proof;
import veche.account.Snapshot;
import veche.event.ChannelFlag;
import veche.event.Conversation;
import veche.event.Credential;
import veche.event.Exile;
import veche.event.Manner;
import veche.event.MetadataKey;
import veche.event.Rank;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// Asks for things at random, as people and the operator might: mostly sensible, sometimes not.
final class RandomCommands {

    private static final List<Nickname> NAMES =
            List.of("ann", "bob", "Cyd", "Вася", "ёж", "аnn", "dora", "Zoë").stream()
                    .map(Nickname::new)
                    .toList();
    static final List<ChannelName> CHANNELS =
            List.of("#veche", "#tea", "#Чай", "#quiet").stream().map(ChannelName::new).toList();

    private static final List<MetadataKey> KEYS =
            List.of("url", "a/b", "avatar").stream().map(MetadataKey::new).toList();

    private final Random random;
    private final State state;
    private final List<Session> sessions;
    private List<Snapshot.Saved> saved = List.of();
    private long now = 1_000_000;

    RandomCommands(long seed, State state, List<Session> sessions) {
        this.random = new Random(seed);
        this.state = state;
        this.sessions = sessions;
    }

    Request next() {
        now += random.nextInt(50);
        var time = Instant.ofEpochMilli(now);
        if (random.nextInt(40) == 0) {
            return new Request(null, operating(), time, null);
        }
        return new Request(any(sessions), byPerson(), time, null);
    }

    private Command byPerson() {
        return switch (random.nextInt(20)) {
            case 0 -> new Command.Register(any(NAMES), credential());
            case 1, 2, 3 -> logIn();
            case 4 -> new Command.End(random.nextInt(1000), any(List.of(Reason.values())));
            case 5, 6 -> random.nextInt(4) == 0 ? modes() : new Command.Join(any(CHANNELS));
            case 7 -> new Command.Part(any(CHANNELS));
            case 8 -> new Command.SetTopic(any(CHANNELS), optionalText());
            case 9 -> new Command.Tell(any(NAMES), Manner.SPEECH, text());
            case 10 ->
                    random.nextBoolean()
                            ? aboutSecrets()
                            : new Command.ChooseLanguage(any(List.of(Language.values())));
            case 11 ->
                    new Command.SetAway(
                            random.nextBoolean() ? optionalText() : Optional.of(Presence.NO_WORDS));
            case 12 -> new Command.Watch(Set.of(any(NAMES)), random.nextBoolean());
            case 13 -> ofAnOwner();
            case 14 -> random.nextBoolean() ? new Command.ClaimRank(any(CHANNELS)) : markRead();
            case 15, 16 -> aboutMetadata();
            default -> new Command.Say(any(CHANNELS), any(List.of(Manner.values())), text());
        };
    }

    private Command modes() {
        return new Command.ChangeModes(
                any(CHANNELS),
                List.of(
                        new Command.Wish.Key(
                                random.nextBoolean() ? Optional.of("key") : Optional.empty()),
                        new Command.Wish.Flag(ChannelFlag.INVITE_ONLY, random.nextBoolean())));
    }

    private Command ofAnOwner() {
        return switch (random.nextInt(16)) {
            case 0 -> new Command.TransferChannel(any(CHANNELS), Optional.empty());
            case 1, 2 -> new Command.TransferChannel(any(CHANNELS), Optional.of(any(NAMES)));
            case 3 -> random.nextBoolean() ? new Command.GiveUpAccount() : keeping();
            case 12, 13, 14, 15 -> rename();
            case 4, 5, 6, 7 ->
                    new Command.SetAccess(
                            any(CHANNELS),
                            any(NAMES),
                            random.nextInt(3) == 0
                                    ? Optional.empty()
                                    : Optional.of(any(List.of(Rank.values()))));
            default -> new Command.RegisterChannel(any(CHANNELS));
        };
    }

    private Command keeping() {
        var purge = new Command.Purge(any(CHANNELS), random.nextBoolean(), "root", optionalText());
        return random.nextInt(3) == 0
                ? new Command.BecomeOperator()
                : new Command.Empowered(purge, "root");
    }

    private Command aboutMetadata() {
        var about =
                random.nextBoolean()
                        ? new Command.About.Place(any(CHANNELS))
                        : new Command.About.Somebody(any(NAMES));
        var isOperator = random.nextInt(3) == 0;
        var value = "value " + random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0 -> new Command.ClearMetadata(about, isOperator);
            case 1 -> new Command.BringMetadata(Map.of(any(KEYS), value));
            case 2, 3 -> new Command.Subscribe(Set.of(any(KEYS)));
            default ->
                    new Command.SetMetadata(
                            about,
                            any(KEYS),
                            random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value),
                            isOperator);
        };
    }

    private Command rename() {
        var next = random.nextInt(3) == 0 ? any(CHANNELS) : new ChannelName("#TEA");
        var isOperator = random.nextBoolean();
        return new Command.RenameChannel(any(CHANNELS), next, optionalText(), isOperator);
    }

    private Command markRead() {
        var conversation = new Conversation.InChannel(any(CHANNELS));
        return new Command.MarkRead(conversation, random.nextInt(1_000));
    }

    private Command logIn() {
        var accounts = state.accounts().all();
        if (accounts.isEmpty()) {
            return new Command.AskForName(any(NAMES));
        }
        var account = any(accounts);
        var proven = random.nextInt(10) == 0 ? credential() : account.credential();
        return new Command.LogIn(account.id(), proven);
    }

    private Command aboutSecrets() {
        return switch (random.nextInt(6)) {
            case 0 -> changePassword();
            case 1 -> new Command.RevokeToken(random.nextLong(1, 2_000));
            case 2, 3 -> logInByToken();
            default -> new Command.MakeToken(text(), "hash " + random.nextInt());
        };
    }

    private Command logInByToken() {
        var tokens =
                state.accounts().all().stream()
                        .flatMap(account -> state.tokens().of(account.id()).stream())
                        .toList();
        if (tokens.isEmpty()) {
            return new Command.MakeToken(text(), "hash " + random.nextInt());
        }
        var token = any(tokens);
        return random.nextInt(3) == 0
                ? new Command.RevokeToken(token.id())
                : new Command.LogIn(token.account(), new Proof.ByToken(token.id()));
    }

    private Command changePassword() {
        var accounts = state.accounts().all();
        var proven = accounts.isEmpty() ? credential() : any(accounts).credential();
        return new Command.ChangePassword(proven, credential());
    }

    private Command operating() {
        return switch (random.nextInt(10)) {
            case 0 -> new Command.Announce(text());
            case 1 -> new Command.AddAccount(any(NAMES), credential());
            case 2 -> new Command.RemoveAccount(any(NAMES));
            case 3 -> new Command.ResetPassword(any(NAMES), credential());
            case 4 -> {
                saved = state.accounts().all().stream().map(this::save).toList();
                yield new Command.ClearAccounts(state.accounts().version() - random.nextInt(2));
            }
            case 5 -> new Command.RestoreAccounts(saved);
            case 6 -> new Command.Expel(any(NAMES), optionalText());
            case 7 -> ban();
            case 8 -> new Command.LiftBan(new Exile.Owner(any(NAMES)));
            default -> new Command.Recover(random.nextInt(1000));
        };
    }

    private Command.SetBan ban() {
        var end = Instant.ofEpochMilli(now + random.nextInt(5_000));
        var whom = new Exile.Owner(any(NAMES));
        return new Command.SetBan(whom, false, Optional.of(end), "root", optionalText());
    }

    private Snapshot.Saved save(Account account) {
        var person = state.person(account.id()).orElseThrow();
        return new Snapshot.Saved(account, person.channels(), person.seen());
    }

    private Optional<Text> optionalText() {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(text());
    }

    private Text text() {
        return new Text("words " + random.nextInt(1000));
    }

    private Credential credential() {
        return new Credential("secret " + random.nextInt(1000));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
