package veche.irc;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import veche.account.Account;
import veche.certificate.Fingerprint;
import veche.chat.Command;
import veche.event.Refused;

/// By which certificates of their clients people can log in: what NickServ shows and changes of it.
final class ClientCertificates {

    private ClientCertificates() {}

    static void cert(Query query) throws Refused, InterruptedException {
        switch (query.word(0).toLowerCase(Locale.ROOT)) {
            case "list" -> list(query);
            case "add" -> {
                var fingerprint = fingerprint(query);
                if (fingerprint.isPresent()) {
                    query.perform(new Command.AddCertificate(fingerprint.get()));
                    query.say("nickserv.cert.added", fingerprint.get());
                }
            }
            case "del" -> {
                var fingerprint = fingerprint(query);
                if (fingerprint.isPresent()) {
                    query.perform(new Command.RemoveCertificate(fingerprint.get()));
                    query.say("nickserv.cert.removed", fingerprint.get());
                }
            }
            default -> query.say("settings.bad", Texts.word(query.word(0)), "list, add, del");
        }
    }

    private static void list(Query query) throws Refused, InterruptedException {
        list(query, query.account());
    }

    static void list(Query query, Account account) throws InterruptedException {
        var all = query.house().state().fingerprints().of(account.id());
        var lines = new ArrayList<String>();
        lines.add(query.phrase("nickserv.cert.count", all.size()));
        lines.addAll(all);
        query.sayAll(lines);
    }

    /// That which was written, or else that of the client itself; if there is none, the client is
    /// told so.
    private static Optional<String> fingerprint(Query query) throws InterruptedException {
        var fingerprint =
                query.size() > 1
                        ? Fingerprint.parse(query.word(1))
                        : query.client().connection().certificate();
        if (fingerprint.isEmpty()) {
            query.say("nickserv.cert.none");
        }
        return fingerprint;
    }
}
