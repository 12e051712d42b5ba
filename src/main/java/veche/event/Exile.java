package veche.event;

import java.net.InetAddress;
import java.util.Optional;
import veche.config.Network;
import veche.name.CaseMapping;
import veche.name.Mask;
import veche.name.Nickname;

/// Whom a ban of the whole server is about. How one is written says which kind it is: a [Network]
/// has only digits, dots and colons, a [Mask] has a `!` or an `@`, and an account has neither.
public sealed interface Exile {

    /// Whoever comes from a network.
    record From(Network network) implements Exile {
        @Override
        public String text() {
            return network.toString();
        }
    }

    /// Whoever is called so.
    record Called(Mask mask) implements Exile {
        @Override
        public String text() {
            return mask.text();
        }
    }

    /// Whoever logs in to an account.
    record Owner(Nickname account) implements Exile {
        @Override
        public String text() {
            return account.text();
        }
    }

    /// As an operator writes it.
    String text();

    /// Reads what an operator wrote; empty if it is none of these.
    ///
    /// @param mapping by which names are read and masks are matched
    static Optional<Exile> parse(String text, CaseMapping mapping) {
        var network = Network.parse(text);
        if (network.isPresent()) {
            return Optional.of(new From(network.get()));
        }
        return text.indexOf('!') >= 0 || text.indexOf('@') >= 0
                ? mapping.parseMask(text).map(Called::new)
                : mapping.parseNickname(text).map(Owner::new);
    }

    /// Whether an address alone is enough to know that somebody is meant.
    default boolean means(InetAddress address) {
        return this instanceof From(var network) && network.contains(address);
    }

    /// Whether somebody is meant.
    ///
    /// @param address where they really are, if that is known; a mask can be about it, too
    default boolean means(Author who, Optional<InetAddress> address) {
        return switch (this) {
            case From(var network) -> address.filter(network::contains).isPresent();
            case Called(var mask) -> isCalled(who, address, mask);
            case Owner(var account) ->
                    who.login().filter(it -> it.name().equals(account)).isPresent();
        };
    }

    private static boolean isCalled(Author who, Optional<InetAddress> address, Mask mask) {
        var at = who.address().indexOf('@');
        var name = who.name().text();
        var user = who.address().substring(0, at);
        return mask.matches(name, user, who.address().substring(at + 1))
                || address.filter(it -> mask.matches(name, user, Network.of(it).toString()))
                        .isPresent();
    }
}
