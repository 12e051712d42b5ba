package veche.irc;

import java.util.List;

/// Whose a client is: AUTHENTICATE, REGISTER, VERIFY.
final class AccountVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.always("AUTHENTICATE", 1, (client, p) -> client.sasl().hear(p.at(0))),
                    Verb.always("REGISTER", 3, (client, p) -> new Registering(client).register(p)),
                    Verb.always("VERIFY", 2, (client, p) -> new Registering(client).verify(p)));

    private AccountVerbs() {}
}
