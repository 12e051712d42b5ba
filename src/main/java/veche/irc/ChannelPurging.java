package veche.irc;

import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.chat.Command;
import veche.chat.Purge;
import veche.event.Refused;
import veche.event.Text;
import veche.name.ChannelName;

/// How operators who keep channels end one by ChanServ, and keep everybody out of it. Runs on the
/// client's own thread.
final class ChannelPurging {

    private static final Logger log = LoggerFactory.getLogger(ChannelPurging.class);

    private ChannelPurging() {}

    /// Ends a channel, of which there need not be one, and keeps its name from being used.
    static void purge(Query query) throws Refused, InterruptedException {
        var name = name(query);
        if (name.isEmpty()
                || !query.isConfirmed(
                        1, "chanserv.purge.warning", "PURGE " + name.get(), name.get().text())) {
            return;
        }
        perform(query, name.get(), true, Text.parse(query.from(2)));
        query.say("chanserv.purge.done", name.get());
    }

    static void unpurge(Query query) throws Refused, InterruptedException {
        var name = name(query);
        if (name.isEmpty()) {
            return;
        }
        if (query.house().state().purges().find(name.get()).isEmpty()) {
            query.say("chanserv.unpurge.none", name.get());
            return;
        }
        perform(query, name.get(), false, Optional.empty());
        query.say("chanserv.unpurge.done", name.get());
    }

    private static Optional<ChannelName> name(Query query) throws InterruptedException {
        var name = query.house().names().parseChannel(query.word(0));
        if (name.isEmpty()) {
            query.say("no_such_channel", Texts.word(query.word(0)));
        }
        return name;
    }

    private static void perform(Query query, ChannelName name, boolean set, Optional<Text> why)
            throws Refused, InterruptedException {
        var operator = Operators.name(query.client());
        query.perform(new Command.Purge(name, set, operator, why));
        log.atInfo()
                .addKeyValue("channel", name)
                .addKeyValue("operator", operator)
                .log(set ? "channel purged" : "channel no longer purged");
    }

    static void list(Query query) throws InterruptedException {
        var all = query.house().state().purges().all();
        var lines = new ArrayList<String>();
        lines.add(query.phrase("chanserv.purged", all.size()));
        for (var purge : all) {
            lines.add(line(query, purge));
        }
        query.sayAll(lines);
    }

    private static String line(Query query, Purge purge) {
        var line =
                query.phrase(
                        "chanserv.purged.line",
                        purge.channel(),
                        purge.by(),
                        query.house().phrases().time(purge.since()));
        return purge.why().map(why -> line + ": " + Rendering.oneLine(why)).orElse(line);
    }
}
