package veche.irc;

import veche.account.Identity;

/// The client tells a name and a password (RFC 4616).
///
/// @param client which uses it
record PlainMechanism(Client client) implements Mechanism {

    static final String NAME = "PLAIN";

    @Override
    public Step hear(String said) throws InterruptedException {
        var parts = said.split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
            return new Step.Failed();
        }
        var identity = Identity.parse(parts[1], client.names());
        var actor = Identity.parse(parts[0], client.names());
        if (!parts[0].isEmpty() && !actor.name().equals(identity.name())) {
            // Nobody can act as somebody else.
            return new Step.Failed();
        }
        var verdict = client.proofs().password(identity.name(), parts[2]);
        return Mechanism.step(verdict, identity.device(), parts[2]);
    }
}
