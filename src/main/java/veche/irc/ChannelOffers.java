package veche.irc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Channels that founders want to give to others, who have not said yet whether they take them. An
/// offer is good for three days, or until the server stops. Any thread.
final class ChannelOffers {

    private static final Duration TIME = Duration.ofDays(3);

    /// How many there may be at once; there is one for each channel at most.
    private static final int MOST = 1000;

    private final InstantSource clock;

    /// The oldest first.
    private final Map<ChannelName, Offer> all = new LinkedHashMap<>();

    ChannelOffers(InstantSource clock) {
        this.clock = clock;
    }

    /// A channel that somebody can have.
    ///
    /// @param made when it was, by which it is known after another one has got its name
    /// @param from the account whose it is
    /// @param to the account whose it may become
    record Offer(ChannelName channel, Instant made, PersonId from, PersonId to, Instant until) {}

    /// Offers a channel, in place of an offer of it that there is.
    ///
    /// @return false if there are too many
    synchronized boolean add(ChannelName channel, Instant made, PersonId from, PersonId to) {
        forgetOld();
        all.remove(channel);
        if (all.size() >= MOST) {
            return false;
        }
        all.put(channel, new Offer(channel, made, from, to, clock.instant().plus(TIME)));
        return true;
    }

    synchronized Optional<Offer> of(ChannelName channel) {
        forgetOld();
        return Optional.ofNullable(all.get(channel));
    }

    /// Takes an offer away, if it is still there.
    ///
    /// @return whether it was
    synchronized boolean remove(Offer offer) {
        return all.remove(offer.channel(), offer);
    }

    /// What an account is offered.
    synchronized List<Offer> to(PersonId account) {
        forgetOld();
        return all.values().stream().filter(offer -> offer.to().equals(account)).toList();
    }

    private void forgetOld() {
        var now = clock.instant();
        all.values().removeIf(offer -> !offer.until().isAfter(now));
    }
}
