package veche.console;

import java.util.Collection;
import veche.account.Account;
import veche.chat.Hub;

/// The account that an operator names.
final class NamedAccount {

    private NamedAccount() {}

    static Account find(Hub hub, String name) throws Failure {
        return hub.names()
                .parseNickname(name)
                .flatMap(hub.accounts()::named)
                .orElseThrow(() -> new Failure("refused.no_such_account", name));
    }

    static Collection<String> names(Hub hub) {
        return hub.accounts().all().stream().map(account -> account.name().text()).toList();
    }
}
