package veche.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import veche.wire.Tokens;
import veche.wire.Utf8;

/// What one client has been told that the server offers, and what it has chosen of that. When the
/// operator changes the settings, the client is told the difference.
///
/// A small lock, under which nobody waits, keeps what the client hears in order: it is never told
/// of an old offer after a new one. See
/// https://ircv3.net/specs/extensions/capability-negotiation#cap-notify
final class Offered {

    private final Client client;

    /// From which everything follows that the client has been told.
    private Settings known;

    Offered(Client client) {
        this.client = client;
        this.known = client.house().settings();
    }

    /// Lists what there is. A client that speaks version 302 hears of changes from now on.
    ///
    /// @param version in which this list is wanted
    void list(int version) throws InterruptedException {
        client.session().settle();
        synchronized (this) {
            if (version >= CapabilityVerbs.WITH_VALUES) {
                var all = new LinkedHashSet<>(client.output().capabilities());
                all.add(Capability.CAP_NOTIFY);
                client.output().capabilities(all);
            }
            var tokens = new ArrayList<String>();
            Offer.of(client, known)
                    .forEach((capability, value) ->
                            tokens.add(
                                    token(
                                            capability,
                                            version >= CapabilityVerbs.WITH_VALUES ? value : "")));
            CapabilityVerbs.lines(client, "LS", tokens).forEach(client.output()::send);
        }
    }

    private static String token(Capability capability, String value) {
        return capability.text() + (value.isEmpty() ? "" : "=" + value);
    }

    /// Grants all of what is asked for, or nothing.
    ///
    /// @param list capabilities; with a `-` in front those that are not wanted any more
    void request(String list) throws InterruptedException {
        client.session().settle();
        synchronized (this) {
            var next = new LinkedHashSet<>(client.output().capabilities());
            for (var word : Tokens.words(list)) {
                var isRemoved = word.startsWith("-");
                var capability = Capability.parse(isRemoved ? word.substring(1) : word);
                if (capability.isEmpty() || !isPossible(capability.get(), isRemoved)) {
                    answer("NAK", list);
                    return;
                }
                if (isRemoved) {
                    next.remove(capability.get());
                } else {
                    next.add(capability.get());
                }
            }
            answer("ACK", list);
            client.output().capabilities(next);
        }
    }

    /// Gives back what was asked for, in several lines if it is too long for one.
    private void answer(String subcommand, String list) {
        var room = CapabilityVerbs.room(client, subcommand);
        var lists =
                Utf8.length(list) > room
                        ? Tokens.lists(Tokens.words(list), ' ', room)
                        : List.of(list);
        for (var some : lists) {
            client.output().send(CapabilityVerbs.line(client, subcommand, some));
        }
    }

    private boolean isPossible(Capability capability, boolean isRemoved) {
        return Offer.of(client, known).containsKey(capability)
                && capability != Capability.STS
                && !(isRemoved && capability == Capability.CAP_NOTIFY && hasValues());
    }

    /// Whether the client speaks version 302. Such a client always hears of new capabilities.
    private boolean hasValues() {
        return client.registration().version() >= CapabilityVerbs.WITH_VALUES;
    }

    /// Says what the server is like: ISUPPORT.
    void tellSupport() throws InterruptedException {
        client.session().settle();
        synchronized (this) {
            var lines = support(known).lines(client);
            if (isExtended()) {
                try (var _ = client.output().batch(Support.BATCH)) {
                    lines.forEach(client.output()::send);
                }
            } else {
                lines.forEach(client.output()::send);
            }
        }
    }

    private Support support(Settings settings) {
        var fileHost = client.house().fileHost().url(client.connection());
        return client.house().support().of(settings, fileHost);
    }

    private boolean isExtended() {
        return client.has(Capability.EXTENDED_ISUPPORT) && client.has(Capability.BATCH);
    }

    /// The settings may be others now: tells what has changed. Any thread.
    synchronized void update() {
        var before = known;
        known = client.house().settings();
        if (!before.equals(known)) {
            updateCapabilities(Offer.of(client, before), Offer.of(client, known));
            updateSupport(support(known).since(support(before)));
        }
    }

    private void updateCapabilities(Map<Capability, String> before, Map<Capability, String> after) {
        var gone = new LinkedHashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        var fresh = new LinkedHashMap<>(after);
        // What is offered as before is not news; a value that has changed is.
        fresh.entrySet().removeIf(it -> isNoNews(before, it.getKey(), it.getValue()));
        if (gone.remove(Capability.STS) && client.connection().isSecure()) {
            // It cannot be taken back but by a time of nothing
            // (https://ircv3.net/specs/extensions/sts#the-duration-key).
            fresh.put(Capability.STS, "duration=0");
        }
        var kept = new LinkedHashSet<>(client.output().capabilities());
        if (kept.removeAll(gone)) {
            client.output().capabilities(kept);
        }
        if (client.has(Capability.CAP_NOTIFY)) {
            tell("DEL", gone.stream().map(Capability::text).toList());
            var tokens = new ArrayList<String>();
            fresh.forEach(
                    (capability, value) -> tokens.add(token(capability, hasValues() ? value : "")));
            tell("NEW", tokens);
        }
    }

    private boolean isNoNews(Map<Capability, String> before, Capability capability, String value) {
        var old = before.get(capability);
        return old != null && (!hasValues() || old.equals(value));
    }

    private void tell(String subcommand, List<String> tokens) {
        var lines =
                Tokens.lists(tokens, ' ', CapabilityVerbs.room(client, subcommand)).stream()
                        .map(list -> CapabilityVerbs.line(client, subcommand, list))
                        .toList();
        client.output().sendAside(lines);
    }

    /// Whoever has not been welcomed is told everything then, and could not make anything of it
    /// before, unless they can ask.
    private void updateSupport(Support changes) {
        var lines = changes.lines(client);
        if (lines.isEmpty() || !(client.isWelcome() || client.has(Capability.EXTENDED_ISUPPORT))) {
            return;
        }
        if (isExtended()) {
            client.output().sendAside(Support.BATCH, lines);
        } else {
            client.output().sendAside(lines);
        }
    }
}
