package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.account.Account;
import veche.chat.Channel;
import veche.chat.Command;
import veche.event.Rank;
import veche.event.Refusal;
import veche.event.Refused;
import veche.name.PersonId;

/// Which accounts a channel gives ranks to whenever they come: what ChanServ shows and changes of
/// it.
final class ChannelAccess {

    private ChannelAccess() {}

    /// Shows the list, or changes one place of it.
    static void change(Query query) throws Refused, InterruptedException {
        var channel = query.channel(0);
        if (channel.isEmpty()) {
            return;
        }
        if (query.size() == 1) {
            show(query, channel.get());
            return;
        }
        var mode = query.word(1);
        var rank = rank(mode);
        if (rank.isEmpty()) {
            query.say("chanserv.amode.bad", Texts.word(mode));
            return;
        }
        var account = query.account(2);
        if (account.isPresent()) {
            set(query, channel.get(), account.get(), rank.get(), mode.startsWith("+"));
        }
    }

    /// The rank of a mode such as `+o`.
    private static Optional<Rank> rank(String mode) {
        return mode.matches("[-+].") ? Modes.rank(mode.charAt(1)) : Optional.empty();
    }

    /// Only the rank that somebody is given can be taken from them.
    private static void set(Query query, Channel channel, Account account, Rank rank, boolean given)
            throws Refused, InterruptedException {
        var before = channel.access().get(account.id());
        if (given == (before == rank)) {
            query.say("chanserv.amode.same");
            return;
        }
        var after = given ? Optional.of(rank) : Optional.<Rank>empty();
        query.perform(new Command.SetAccess(channel.name(), account.name(), after));
        query.say(
                given ? "chanserv.amode.given" : "chanserv.amode.taken",
                channel.name(),
                account.name(),
                String.valueOf(Modes.letter(rank)));
    }

    private static void show(Query query, Channel channel) throws Refused, InterruptedException {
        var me = query.person();
        var may =
                channel.isAtLeast(me.id(), Rank.HALF_OPERATOR)
                        || channel.due(me.author()).isPresent()
                        || query.mayKeepChannels();
        if (!may) {
            throw new Refused(new Refusal.NeedsRank(channel.name(), Rank.HALF_OPERATOR));
        }
        var lines = new ArrayList<String>();
        var all = highestFirst(channel);
        lines.add(query.phrase("chanserv.amode.count", channel.name(), all.size()));
        for (var item : all) {
            var account = query.house().hub().accounts().find(item.getKey());
            if (account.isPresent()) {
                lines.add(
                        query.phrase(
                                "chanserv.amode.line",
                                account.get().name(),
                                String.valueOf(Modes.letter(item.getValue()))));
            }
        }
        query.sayAll(lines);
    }

    private static List<Map.Entry<PersonId, Rank>> highestFirst(Channel channel) {
        return channel.access().entrySet().stream()
                .sorted(
                        Map.Entry.<PersonId, Rank>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /// Takes all ranks from the list.
    static void clear(Query query, Channel channel) throws Refused, InterruptedException {
        for (var id : List.copyOf(channel.access().keySet())) {
            var account = query.house().hub().accounts().find(id);
            if (account.isPresent()) {
                query.perform(
                        new Command.SetAccess(
                                channel.name(), account.get().name(), Optional.empty()));
            }
        }
        query.say("chanserv.done", channel.name());
    }
}
