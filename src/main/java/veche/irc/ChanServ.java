package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.chat.Channel;
import veche.chat.Command;
import veche.chat.Command.Wish;
import veche.chat.Person;
import veche.event.Author;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.Rank;
import veche.event.Refusal;
import veche.event.Refused;
import veche.irc.ServiceCommand.Needs;
import veche.name.ChannelName;
import veche.name.ServiceName;

/// The service that keeps channels.
final class ChanServ {

    static final NetworkService SERVICE =
            new NetworkService(
                    ServiceName.CHAN_SERV,
                    List.of("CHANSERV", "CS"),
                    List.of(
                            ServiceCommand.of(
                                    "register", "<#channel>", Needs.ACCOUNT, ChanServ::register),
                            ServiceCommand.of(
                                            "unregister",
                                            "<#channel> [code]",
                                            Needs.ACCOUNT,
                                            ChanServ::unregister)
                                    .alias("drop"),
                            ServiceCommand.of(
                                    "transfer",
                                    "<#channel> <account> [code]",
                                    Needs.ACCOUNT,
                                    ChanServ::transfer),
                            ServiceCommand.of(
                                    "accept", "<#channel>", Needs.ACCOUNT, ChannelTransfer::accept),
                            ServiceCommand.of(
                                    "refuse", "<#channel>", Needs.ACCOUNT, ChannelTransfer::refuse),
                            ServiceCommand.of(
                                    "op", "<#channel> [nickname]", Needs.ANYBODY, ChanServ::op),
                            ServiceCommand.of(
                                    "deop", "<#channel> [nickname]", Needs.ANYBODY, ChanServ::deop),
                            ServiceCommand.of(
                                    "voice",
                                    "<#channel> [nickname]",
                                    Needs.ANYBODY,
                                    query -> rank(query, Rank.VOICE, true)),
                            ServiceCommand.of(
                                    "devoice",
                                    "<#channel> [nickname]",
                                    Needs.ANYBODY,
                                    query -> rank(query, Rank.VOICE, false)),
                            ServiceCommand.of(
                                            "amode",
                                            "<#channel> [mode] [account]",
                                            Needs.ACCOUNT,
                                            ChannelAccess::change)
                                    .alias("access"),
                            ServiceCommand.of("info", "<#channel>", Needs.ANYBODY, ChanServ::info),
                            ServiceCommand.of("list", "", Needs.ACCOUNT, ChanServ::list),
                            ServiceCommand.of(
                                    "howtoban",
                                    "<#channel> <nickname>",
                                    Needs.ANYBODY,
                                    ChanServ::howToBan),
                            ServiceCommand.of(
                                    "clear",
                                    "<#channel> <users|access>",
                                    Needs.ACCOUNT,
                                    ChanServ::clear),
                            ServiceCommand.of(
                                    "purge",
                                    "<#channel> [code] [reason]...",
                                    Needs.KEEPER,
                                    ChannelPurging::purge),
                            ServiceCommand.of(
                                    "unpurge", "<#channel>", Needs.KEEPER, ChannelPurging::unpurge),
                            ServiceCommand.of("purged", "", Needs.KEEPER, ChannelPurging::list)));

    private static final Logger log = LoggerFactory.getLogger(ChanServ.class);

    private ChanServ() {}

    private static void register(Query query) throws Refused, InterruptedException {
        var name = query.house().names().parseChannel(query.word(0));
        if (name.isEmpty()) {
            query.say("no_such_channel", Texts.word(query.word(0)));
            return;
        }
        query.perform(new Command.RegisterChannel(name.get()));
        query.say("chanserv.register.done", name.get());
        log(query, name.get(), "channel registered");
    }

    private static void log(Query query, ChannelName channel, String what) throws Refused {
        log.atInfo()
                .addKeyValue("channel", channel)
                .addKeyValue("account", query.account().name())
                .log(what);
    }

    private static void unregister(Query query) throws Refused, InterruptedException {
        var channel = own(query);
        if (channel.isPresent()) {
            var name = channel.get().name();
            if (query.isConfirmed(
                    1,
                    "chanserv.unregister.warning",
                    "UNREGISTER " + name,
                    name.text(),
                    query.account().id().value())) {
                query.perform(new Command.TransferChannel(name, Optional.empty()));
                query.say("chanserv.unregister.done", name);
                log(query, name, "channel released");
            }
        }
    }

    /// The channel that the first word names, if whoever asks may do with it what its founder may.
    private static Optional<Channel> own(Query query) throws Refused, InterruptedException {
        var channel = query.channel(0);
        if (channel.isPresent() && !isOwn(query, channel.get())) {
            throw new Refused(new Refusal.NotFounder(channel.get().name()));
        }
        return channel;
    }

    private static boolean isOwn(Query query, Channel channel) throws Refused {
        return query.mayKeepChannels()
                || channel.due(query.person().author()).filter(Rank.FOUNDER::equals).isPresent();
    }

    private static void transfer(Query query) throws Refused, InterruptedException {
        var channel = own(query);
        if (channel.isEmpty()) {
            return;
        }
        var account = query.account(1);
        if (account.isEmpty()) {
            return;
        }
        var name = channel.get().name();
        var next = account.get().name();
        if (query.isConfirmed(
                2,
                "chanserv.transfer.warning",
                "TRANSFER " + name + " " + next,
                name.text(),
                next.text(),
                query.account().id().value())) {
            ChannelTransfer.transfer(query, channel.get(), account.get());
        }
    }

    /// Takes the rank that whoever asks is given in the channel, and makes somebody else an
    /// operator with it.
    private static void op(Query query) throws Refused, InterruptedException {
        var channel = query.channel(0);
        if (channel.isEmpty()) {
            return;
        }
        var name = channel.get().name();
        var isSelf = query.size() < 2;
        if (isSelf && query.mayKeepChannels()) {
            rank(query, Rank.OPERATOR, true);
            return;
        }
        if (isSelf || channel.get().due(query.person().author()).isPresent()) {
            query.perform(new Command.ClaimRank(name));
        }
        if (isSelf) {
            query.say("chanserv.done", name);
        } else {
            rank(query, Rank.OPERATOR, true);
        }
    }

    private static void rank(Query query, Rank rank, boolean given)
            throws Refused, InterruptedException {
        var channel = query.channel(0);
        var whom = whom(query);
        if (channel.isPresent() && whom.isPresent()) {
            wish(query, channel.get(), List.of(new Wish.Ranking(whom.get().name(), rank, given)));
        }
    }

    private static Optional<Person> whom(Query query) throws Refused, InterruptedException {
        return query.size() < 2 ? Optional.of(query.person()) : query.person(1);
    }

    private static void wish(Query query, Channel channel, List<Wish> wishes)
            throws Refused, InterruptedException {
        query.perform(new Command.ChangeModes(channel.name(), wishes));
        query.say("chanserv.done", channel.name());
    }

    /// Takes all that is more than a voice from somebody.
    private static void deop(Query query) throws Refused, InterruptedException {
        var channel = query.channel(0);
        var whom = whom(query);
        if (channel.isPresent() && whom.isPresent()) {
            var wishes = new ArrayList<Wish>();
            for (var rank : channel.get().ranks(whom.get().id())) {
                if (rank.isAtLeast(Rank.HALF_OPERATOR)) {
                    wishes.add(new Wish.Ranking(whom.get().name(), rank, false));
                }
            }
            wish(query, channel.get(), wishes);
        }
    }

    private static void info(Query query) throws Refused, InterruptedException {
        var channel = query.channel(0);
        if (channel.isEmpty()) {
            return;
        }
        var about = channel.get();
        var lines = new ArrayList<String>();
        var founder =
                about.founder().flatMap(it -> query.house().hub().accounts().find(it.person()));
        lines.add(
                founder.isPresent()
                        ? query.phrase("chanserv.info.founder", about.name(), founder.get().name())
                        : query.phrase("chanserv.info.nobody", about.name()));
        lines.add(query.phrase("chanserv.info.made", query.house().phrases().time(about.made())));
        lines.add(query.phrase("chanserv.info.members", about.members().size()));
        var letters = new StringBuilder("+");
        for (var flag : ChannelFlag.values()) {
            if (about.is(flag)) {
                letters.append(Modes.letter(flag));
            }
        }
        lines.add(query.phrase("chanserv.info.modes", letters));
        query.sayAll(lines);
    }

    /// The channels of whoever asks, those that give them a rank, and those that they are offered.
    private static void list(Query query) throws Refused, InterruptedException {
        var author = query.person().author();
        var lines = new ArrayList<String>();
        for (var channel : query.house().state().channels().all()) {
            var due = channel.due(author);
            if (due.isPresent()) {
                lines.add("  " + Modes.sign(due.get()) + " " + channel.name());
            }
        }
        lines.addFirst(query.phrase("chanserv.list", lines.size()));
        lines.addAll(ChannelTransfer.offers(query));
        query.sayAll(lines);
    }

    /// The mask that keeps somebody out also under another name.
    private static void howToBan(Query query) throws Refused, InterruptedException {
        var channel = query.channel(0);
        var whom = channel.isPresent() ? query.person(1) : Optional.<Person>empty();
        if (channel.isEmpty() || whom.isEmpty()) {
            return;
        }
        var name = channel.get().name();
        if (!channel.get().isAtLeast(query.person().id(), Rank.OPERATOR)
                && !query.mayKeepChannels()) {
            throw new Refused(new Refusal.NeedsRank(name, Rank.OPERATOR));
        }
        var account = whom.get().author().login().map(Author.Login::name);
        var mask = account.isPresent() ? "~a:" + account.get() : "*!*@" + People.host(whom.get());
        query.say(
                account.isPresent() ? "chanserv.howtoban.account" : "chanserv.howtoban.address",
                whom.get().name(),
                "/MODE " + name + " +" + Modes.letter(ChannelList.BAN) + " " + mask,
                "/KICK " + name + " " + whom.get().name());
    }

    private static void clear(Query query) throws Refused, InterruptedException {
        var channel = own(query);
        if (channel.isEmpty()) {
            return;
        }
        switch (query.word(1)) {
            case "users" -> clearUsers(query, channel.get());
            case "access" -> ChannelAccess.clear(query, channel.get());
            default -> query.say("settings.bad", Texts.word(query.word(1)), "users, access");
        }
    }

    /// What of it is refused, the client is told by itself.
    private static void clearUsers(Query query, Channel channel)
            throws Refused, InterruptedException {
        var me = query.person().id();
        var others = channel.members().stream().filter(id -> !id.equals(me)).toList();
        for (var id : others) {
            var person = query.house().state().person(id);
            if (person.isPresent()) {
                query.client()
                        .ask(
                                new Command.Kick(
                                        channel.name(), person.get().name(), Optional.empty()));
            }
        }
        query.say("chanserv.done", channel.name());
    }
}
