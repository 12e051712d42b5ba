package veche.irc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import veche.chat.Command;
import veche.event.Manner;
import veche.event.MetadataKey;
import veche.event.Refusal;
import veche.event.Refusal.Barrier;
import veche.event.Refusal.Silence;
import veche.name.ChannelName;
import veche.wire.Message;

/// Why something did not happen, in the numbers and codes of IRC.
final class Refusals {

    private final Client client;

    Refusals(Client client) {
        this.client = client;
    }

    /// What the client is told whose command was refused.
    List<Message> lines(Command command, Refusal refusal) {
        if (refusal instanceof Refusal.AlreadySent(var position, var time)) {
            return new SentAgain(client).lines(command, position, time);
        }
        if (isNotice(command)) {
            return List.of();
        }
        if (command instanceof Command.Relay && refusal instanceof Refusal.NeedsRank) {
            return List.of(
                    failed(
                            "RELAYMSG",
                            "PRIVS_NEEDED",
                            "You cannot relay messages to this channel"));
        }
        return lines(name(command), refusal);
    }

    /// Nobody answers a notice, whatever becomes of it (RFC 2812, section 3.3.2).
    private static boolean isNotice(Command command) {
        return switch (command) {
            case Command.Say say -> say.manner() == Manner.NOTICE;
            case Command.SayToRank say -> say.manner() == Manner.NOTICE;
            case Command.Tell tell -> tell.manner() == Manner.NOTICE;
            default -> false;
        };
    }

    /// The command of IRC in which something is usually asked for.
    private static String name(Command command) {
        return switch (command) {
            case Command.Say _, Command.SayToRank _, Command.Tell _ -> "PRIVMSG";
            case Command.Signal _ -> "TAGMSG";
            case Command.ChangeModes _ -> "MODE";
            case Command.Rename _ -> "NICK";
            case Command.Relay _ -> "RELAYMSG";
            case Command.RenameChannel _ -> "RENAME";
            default -> command.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        };
    }

    /// What the client is told, in the name of a command of IRC.
    List<Message> lines(String command, Refusal refusal) {
        return List.of(line(command, refusal));
    }

    /// That nobody can be called so; if its letters may be what is wrong, which ones there are.
    Message erroneous(String written) {
        var isForeign = written.chars().anyMatch(c -> c >= 0x80) && !client.names().isAnyScript();
        return isForeign
                ? worded(
                        Numeric.ERRONEOUS_NICKNAME,
                        Texts.word(written),
                        "Erroneous nickname: here names have the letters a to z, digits and signs of"
                                + " ASCII")
                : client.numeric(Numeric.ERRONEOUS_NICKNAME, Texts.word(written));
    }

    /// A numeric with words of its own.
    private Message worded(Numeric numeric, String name, String words) {
        return new Message(
                Map.of(),
                client.house().server(),
                numeric.code(),
                List.of(client.nick(), name, words));
    }

    private Message line(String command, Refusal refusal) {
        return switch (refusal) {
            case Refusal.NameTaken(var name) ->
                    client.numeric(Numeric.NICKNAME_IN_USE, name.text());
            case Refusal.LooksLike(var name, var taken) ->
                    worded(
                            Numeric.NICKNAME_IN_USE,
                            name.text(),
                            "This nickname looks too much like " + taken);
            case Refusal.NameFixed(var wanted, var account) ->
                    failed(
                            command,
                            "NICKNAME_FIXED",
                            "Whoever is logged in to " + account + " is called so",
                            wanted.text());
            case Refusal.RegistrationClosed _ ->
                    failed(command, "REGISTRATION_CLOSED", "Only the operator makes accounts here");
            case Refusal.NoSuchAccount(var name) ->
                    failed(command, "ACCOUNT_UNKNOWN", "There is no such account", name.text());
            case Refusal.NoSuchPerson(var name) ->
                    client.numeric(Numeric.NO_SUCH_NICK, name.text());
            case Refusal.NotLoggedIn _ ->
                    failed(command, "ACCOUNT_REQUIRED", "You need to be logged in to an account");
            case Refusal.AlreadyLoggedIn _ ->
                    failed(command, "ALREADY_AUTHENTICATED", "You are logged in already");
            case Refusal.AccountChanged _, Refusal.AccountsChanged _ ->
                    failed(command, "TEMPORARILY_UNAVAILABLE", "The account has just changed");
            case Refusal.NoSuchChannel(var channel) ->
                    client.numeric(Numeric.NO_SUCH_CHANNEL, channel.text());
            case Refusal.NotMember(var channel) -> notMember(command, channel);
            case Refusal.NeedsRank(var channel, _) ->
                    client.numeric(Numeric.CHANNEL_OPERATOR_NEEDED, channel.text());
            case Refusal.MayNotJoin(var channel, var why) ->
                    client.numeric(barrier(why), channel.text());
            case Refusal.Purged(var channel, var why) ->
                    worded(
                            Numeric.NO_SUCH_CHANNEL,
                            channel.text(),
                            "The operators of this server have closed this channel"
                                    + why.map(it -> ": " + Rendering.oneLine(it)).orElse(""));
            case Refusal.SentElsewhere(var channel, var other) ->
                    client.numeric(Numeric.LINK_CHANNEL, channel.text(), other.text());
            case Refusal.NotClosed(var channel) ->
                    client.numeric(Numeric.CHANNEL_OPEN, channel.text());
            case Refusal.KnockedBefore(var channel) ->
                    client.numeric(Numeric.TOO_MANY_KNOCKS, channel.text());
            case Refusal.TooManyChannels(var channel) ->
                    client.numeric(Numeric.TOO_MANY_CHANNELS, channel.text());
            case Refusal.MayNotSpeak(var channel, var why) ->
                    client.numeric(Numeric.CANNOT_SEND_TO_CHANNEL, channel.text(), silence(why));
            case Refusal.WantsAccount(var name) ->
                    worded(
                            Numeric.NEED_REGISTERED_NICK,
                            name.text(),
                            "Only people with an account can write to them (+R): log in first");
            case Refusal.OtherNotMember(var channel, var name) ->
                    client.numeric(Numeric.USER_NOT_IN_CHANNEL, name.text(), channel.text());
            case Refusal.OtherIsMember(var channel, _) when command.equals("KNOCK") ->
                    client.numeric(Numeric.KNOCK_ON_CHANNEL, channel.text());
            case Refusal.OtherIsMember(var channel, var name) ->
                    client.numeric(Numeric.USER_ON_CHANNEL, name.text(), channel.text());
            case Refusal.ListFull(var channel, var list, _) ->
                    client.numeric(
                            Numeric.BAN_LIST_FULL,
                            channel.text(),
                            String.valueOf(Modes.letter(list)));
            case Refusal.BadMode(var channel, var list, var value) ->
                    client.numeric(
                            Numeric.INVALID_MODE_PARAMETER,
                            channel.text(),
                            String.valueOf(list.map(Modes::letter).orElse(Modes.KEY)),
                            Texts.word(value),
                            "That cannot be set");
            case Refusal.ChannelTaken(var channel) ->
                    failed(command, "CHANNEL_TAKEN", "It belongs to somebody", channel.text());
            case Refusal.ChannelNameTaken(var channel, var next) ->
                    failed(
                            command,
                            "CHANNEL_NAME_IN_USE",
                            "The channel name is already taken",
                            channel.text(),
                            next.text());
            case Refusal.MayNotRename(var channel, var next) ->
                    failed(
                            command,
                            "CANNOT_RENAME",
                            "The channel cannot be renamed",
                            channel.text(),
                            next.text());
            case Refusal.ChannelNotOwned(var channel) ->
                    failed(
                            command,
                            "CHANNEL_NOT_REGISTERED",
                            "It belongs to nobody",
                            channel.text());
            case Refusal.AccessFull(var channel) ->
                    failed(command, "ACCESS_FULL", "That would be too many", channel.text());
            case Refusal.NotFounder(var channel) ->
                    failed(command, "NOT_FOUNDER", "It is not your channel", channel.text());
            case Refusal.NotOperator _ -> client.numeric(Numeric.NO_PRIVILEGES);
            case Refusal.Banned(var why) -> client.banned(why);
            case Refusal.NoSuchBan(var whom) ->
                    failed(command, "UNKNOWN_BAN", "There is no such ban", Texts.word(whom));
            case Refusal.MayNotDelete(var position) ->
                    failed(
                            command,
                            "REDACT_FORBIDDEN",
                            "You may not delete this message",
                            MessageId.of(position));
            case Refusal.AlreadySent(var position, _) ->
                    failed(command, "ALREADY_SENT", "Sent before", MessageId.of(position));
            case Refusal.CertificateTaken _ ->
                    failed(command, "CERTIFICATE_TAKEN", "It belongs to an account already");
            case Refusal.NoSuchCertificate _ ->
                    failed(command, "NO_SUCH_CERTIFICATE", "Your account has no such certificate");
            case Refusal.TooManyCertificates(var most) ->
                    failed(
                            command,
                            "TOO_MANY_CERTIFICATES",
                            "An account can have no more than " + most);
            case Refusal.NoSuchToken(var id) ->
                    failed(
                            command,
                            "NO_SUCH_TOKEN",
                            "Your account has no such token",
                            Long.toString(id));
            case Refusal.MetadataForbidden(var whose, var key) ->
                    failed(
                            command,
                            "KEY_NO_PERMISSION",
                            "Permission denied",
                            whose,
                            key.map(MetadataKey::text).orElse("*"));
            case Refusal.MetadataNotSet(var whose, var key) ->
                    failed(command, "KEY_NOT_SET", "Key not set", whose, key.text());
            case Refusal.MetadataFull(var whose) ->
                    failed(command, "LIMIT_REACHED", "Metadata limit reached", whose);
            case Refusal.MetadataTooOften(var whose, var key, var wait) ->
                    failed(
                            command,
                            "RATE_LIMITED",
                            "Too many changes",
                            whose,
                            key.text(),
                            Long.toString(MetadataSync.seconds(wait)));
            case Refusal.NotStoredYet _ ->
                    client.numeric(
                            Numeric.UNKNOWN_ERROR,
                            command,
                            "The server cannot store this now; it is done as soon as it can");
            case Refusal.Failed _ ->
                    client.numeric(
                            Numeric.UNKNOWN_ERROR,
                            command,
                            "Something went wrong here, and it was not done");
        };
    }

    private Message notMember(String command, ChannelName channel) {
        return command.equals("PRIVMSG") || command.equals("TAGMSG")
                ? client.numeric(
                        Numeric.CANNOT_SEND_TO_CHANNEL,
                        channel.text(),
                        "Cannot send to channel (+n): you are not in it")
                : client.numeric(Numeric.NOT_ON_CHANNEL, channel.text());
    }

    private static Numeric barrier(Barrier why) {
        return switch (why) {
            case BANNED -> Numeric.BANNED_FROM_CHANNEL;
            case INVITE_ONLY -> Numeric.INVITE_ONLY_CHANNEL;
            case KEY -> Numeric.BAD_CHANNEL_KEY;
            case FULL -> Numeric.CHANNEL_IS_FULL;
            case ACCOUNTS_ONLY -> Numeric.NEED_REGISTERED_NICK;
        };
    }

    private static String silence(Silence why) {
        return switch (why) {
            case MODERATED -> "Cannot send to channel (+m)";
            case ACCOUNTS_ONLY -> "Cannot send to channel (+M): log in to an account first";
            case BANNED -> "Cannot send to channel (+b)";
            case NO_CTCP -> "Cannot send to channel (+C): no CTCP here";
        };
    }

    private Message failed(String command, String code, String text, String... context) {
        return client.standard("FAIL", command, code, text, context);
    }
}
