package veche.chat;

import java.util.Optional;
import veche.event.Event.ChannelPurged;
import veche.event.Event.ChannelReleased;
import veche.event.Event.ChannelUnpurged;
import veche.event.Event.TopicSet;
import veche.event.Refusal.ChannelTaken;
import veche.event.Refusal.NoSuchBan;
import veche.event.Refusal.NotOperator;
import veche.event.Refused;
import veche.name.ChannelName;

/// How operators end a channel and keep everybody out of it. Runs on the hub's thread.
final class Purging {

    private final State state;
    private final Ledger ledger;
    private final Requirements requirements;
    private final Memberships memberships;

    Purging(State state, Ledger ledger, Requirements requirements, Memberships memberships) {
        this.state = state;
        this.ledger = ledger;
        this.requirements = requirements;
        this.memberships = memberships;
    }

    /// The channel that the settings name cannot be ended: newcomers find themselves there.
    void purge(Person by, Command.Purge command) throws Refused {
        var name = command.channel();
        Requirements.that(requirements.overrules(name), new NotOperator());
        if (!command.set()) {
            lift(name);
            return;
        }
        Requirements.that(!memberships.isOperators(name), new ChannelTaken(name));
        ledger.record(new ChannelPurged(name, command.operator(), command.why()));
        var channel = state.channels().find(name);
        if (channel.isPresent()) {
            end(by, channel.get(), command);
        }
    }

    private void lift(ChannelName name) throws Refused {
        Requirements.that(state.purges().find(name).isPresent(), new NoSuchBan(name.text()));
        ledger.record(new ChannelUnpurged(name));
    }

    /// Leaves nothing of a channel.
    private void end(Person by, Channel channel, Command.Purge command) {
        if (channel.founder().isPresent()) {
            ledger.record(new ChannelReleased(channel.name()));
        }
        if (channel.topic().isPresent()) {
            ledger.record(new TopicSet(channel.name(), by.author(), Optional.empty()));
        }
        for (var member : channel.members().stream().sorted().toList()) {
            memberships.remove(by, channel, state.person(member).orElseThrow(), command.why());
        }
        memberships.close(channel);
    }
}
