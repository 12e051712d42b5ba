package veche.irc;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.account.Token;
import veche.chat.Command;
import veche.event.Refusal;
import veche.event.Refused;
import veche.event.Text;
import veche.net.Reason;

/// By which tokens clients can log in: what NickServ shows and changes of it, and what [TOKEN
/// ][SessionVerbs] has in common with that. Runs on the client's own thread.
final class ClientTokens {

    private static final Logger log = LoggerFactory.getLogger(ClientTokens.class);

    private ClientTokens() {}

    /// A token, and its secret, which nobody can tell again.
    record Made(Token token, String secret) {}

    /// Makes a token of the account that a client is logged in to.
    static Made make(Client client, Text label) throws Refused, InterruptedException {
        var secret = Token.secret(new SecureRandom());
        var hash = Token.hash(secret);
        client.perform(new Command.MakeToken(label, hash));
        var token =
                client.house()
                        .state()
                        .tokens()
                        .withHash(hash)
                        .orElseThrow(() -> new Refused(new Refusal.Failed()));
        log.atInfo()
                .addKeyValue("account", account(client))
                .addKeyValue("token", token.id())
                .log("token made");
        return new Made(token, secret);
    }

    /// Revokes a token of the account that a client is logged in to. Clients that came by it are
    /// let go, but not yet the one that asks.
    ///
    /// @return whether the one that asks came by it, and must be [let go][#letGo] when it has been
    ///   answered
    static boolean revoke(Client client, long id) throws Refused, InterruptedException {
        var isMine = client.session().token().filter(mine -> mine == id).isPresent();
        client.perform(new Command.RevokeToken(id));
        log.atInfo()
                .addKeyValue("account", account(client))
                .addKeyValue("token", id)
                .log("token revoked");
        return isMine;
    }

    static void letGo(Client client) {
        client.connection().letGo(Reason.TOKEN_REVOKED, "");
    }

    private static String account(Client client) {
        return client.session().account().map(it -> it.name().text()).orElse("-");
    }

    /// Reads the number of a token.
    static Optional<Long> id(String word) {
        return word.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(word)) : Optional.empty();
    }

    static void token(Query query) throws Refused, InterruptedException {
        switch (query.word(0).toLowerCase(Locale.ROOT)) {
            case "list" -> list(query, query.account());
            case "add" -> add(query);
            case "del" -> remove(query);
            default -> query.say("settings.bad", Texts.word(query.word(0)), "list, add, del");
        }
    }

    private static void list(Query query, Account account) throws InterruptedException {
        var all = query.house().state().tokens().of(account.id());
        var phrases = query.house().phrases();
        var lines = new ArrayList<String>();
        lines.add(query.phrase("nickserv.token.count", all.size()));
        for (var token : all) {
            lines.add(
                    query.phrase(
                            "nickserv.token.line",
                            Long.toString(token.id()),
                            token.label(),
                            phrases.time(token.made()),
                            token.used()
                                    .map(phrases::time)
                                    .orElseGet(() -> query.phrase("nickserv.token.unused"))));
        }
        query.sayAll(lines);
    }

    private static void add(Query query) throws Refused, InterruptedException {
        var label = Token.label(query.from(1));
        if (label.isEmpty()) {
            query.say("nickserv.token.label", Token.LONGEST_LABEL);
            return;
        }
        var made = make(query.client(), label.get());
        query.say("nickserv.token.added", Long.toString(made.token().id()), label.get());
        query.say("nickserv.token.secret", made.secret());
    }

    private static void remove(Query query) throws Refused, InterruptedException {
        var id = id(query.word(1));
        if (id.isEmpty()) {
            query.say("refused.no_such_token", Texts.word(query.word(1)));
            return;
        }
        var isMine = revoke(query.client(), id.get());
        query.say("nickserv.token.removed", Long.toString(id.get()));
        if (isMine) {
            letGo(query.client());
        }
    }
}
