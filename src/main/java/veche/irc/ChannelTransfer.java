package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.chat.Channel;
import veche.chat.Command;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.PersonId;

/// How a channel becomes somebody else's by ChanServ: its founder offers it, and the other takes it
/// or does not. Operators who keep channels give at once. Runs on the client's own thread.
final class ChannelTransfer {

    private static final Logger log = LoggerFactory.getLogger(ChannelTransfer.class);

    private ChannelTransfer() {}

    /// Offers a channel, or gives it.
    static void transfer(Query query, Channel channel, Account next)
            throws Refused, InterruptedException {
        var name = channel.name();
        if (query.mayKeepChannels()) {
            query.perform(new Command.TransferChannel(name, Optional.of(next.name())));
            query.say("chanserv.transfer.done", name, next.name());
            log(query, name, "channel transferred");
            tell(query, next.id(), "chanserv.accept.done", name);
        } else if (query.house()
                .offers()
                .add(name, channel.made(), query.account().id(), next.id())) {
            query.say("chanserv.transfer.offered", name, next.name());
            log(query, name, "channel offered");
            tell(query, next.id(), "chanserv.transfer.told", name, query.account().name());
        } else {
            query.say("chanserv.transfer.many");
        }
    }

    /// Takes a channel that one is offered.
    static void accept(Query query) throws Refused, InterruptedException {
        var me = query.account().id();
        var offer = offer(query).filter(it -> it.to().equals(me));
        if (offer.isEmpty() || !query.house().offers().remove(offer.get())) {
            query.say("chanserv.offer.none", Texts.word(query.word(0)));
            return;
        }
        var name = offer.get().channel();
        query.perform(new Command.TakeChannel(name, offer.get().from()));
        query.say("chanserv.accept.done", name);
        log(query, name, "channel transferred");
        tell(query, offer.get().from(), "chanserv.transfer.done", name, query.account().name());
    }

    /// Does not take a channel that one is offered, or offers it no more.
    static void refuse(Query query) throws Refused, InterruptedException {
        var me = query.account();
        var offer = offer(query).filter(it -> it.to().equals(me.id()) || it.from().equals(me.id()));
        if (offer.isEmpty() || !query.house().offers().remove(offer.get())) {
            query.say("chanserv.offer.none", Texts.word(query.word(0)));
            return;
        }
        var name = offer.get().channel();
        query.say("chanserv.refuse.done", name);
        log(query, name, "channel not taken");
        var other = offer.get().to().equals(me.id()) ? offer.get().from() : offer.get().to();
        tell(query, other, "chanserv.refuse.told", name, me.name());
    }

    private static Optional<ChannelOffers.Offer> offer(Query query) {
        return query.house()
                .names()
                .parseChannel(query.word(0))
                .flatMap(query.house().offers()::of)
                .filter(it -> isThere(query, it));
    }

    /// Whether the channel is there still, and under its name.
    private static boolean isThere(Query query, ChannelOffers.Offer offer) {
        return query.house()
                .state()
                .channels()
                .find(offer.channel())
                .filter(channel -> channel.made().equals(offer.made()))
                .isPresent();
    }

    /// What whoever asks is offered, a line each.
    static List<String> offers(Query query) throws Refused {
        var lines = new ArrayList<String>();
        for (var offer : query.house().offers().to(query.account().id())) {
            if (!isThere(query, offer)) {
                continue;
            }
            lines.add(
                    query.phrase(
                            "chanserv.offer.line",
                            offer.channel(),
                            query.house().phrases().time(offer.until())));
        }
        return lines;
    }

    private static void log(Query query, ChannelName channel, String what) throws Refused {
        log.atInfo()
                .addKeyValue("channel", channel)
                .addKeyValue("account", query.account().name())
                .log(what);
    }

    /// Tells the clients of another account in the language of its owner.
    private static void tell(Query query, PersonId whom, String key, Object... about) {
        query.house()
                .hub()
                .accounts()
                .find(whom)
                .ifPresent(account -> Connected.tell(query, account, key, about));
    }
}
