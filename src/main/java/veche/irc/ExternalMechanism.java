package veche.irc;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.account.Identity;
import veche.account.Proof;

/// The client has proved, when it connected, that it has the key to its certificate (RFC 4422,
/// appendix A). There is nothing to guess, so nobody waits.
///
/// @param client which uses it
record ExternalMechanism(Client client) implements Mechanism {

    static final String NAME = "EXTERNAL";

    private static final Logger log = LoggerFactory.getLogger(ExternalMechanism.class);

    /// @param said as whom the client wants to act; may be empty
    @Override
    public Step hear(String said) {
        var identity = Identity.parse(said, client.names());
        var account =
                owner().filter(it ->
                        said.isEmpty() || identity.name().filter(it.name()::equals).isPresent());
        if (account.isEmpty()) {
            log.atInfo()
                    .addKeyValue("certificate", client.connection().certificate().orElse(""))
                    .log("unknown certificate");
            return new Step.Failed();
        }
        var proof = new Proof.ByCredential(account.get().credential());
        return new Step.Proven(account.get(), proof, identity.device(), null);
    }

    private Optional<Account> owner() {
        var house = client.house();
        return client.connection()
                .certificate()
                .flatMap(house.state().fingerprints()::owner)
                .flatMap(house.hub().accounts()::find);
    }
}
