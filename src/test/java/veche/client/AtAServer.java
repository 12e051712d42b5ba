package veche.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Somebody at the client, whose server is the test.
abstract class AtAServer {

    static final String ALL =
            "sasl draft/account-registration=before-connect batch message-tags labeled-response"
                    + " echo-message server-time draft/chathistory veche.chat/sessions";

    static final String ENABLED =
            "sasl draft/account-registration batch message-tags labeled-response echo-message"
                    + " server-time draft/chathistory veche.chat/sessions";

    @TempDir Path home;

    ScriptedServer server;

    @BeforeEach
    void start() {
        server = client("");
    }

    ScriptedServer client(String name) {
        var options =
                Sitter.options(new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000), name);
        return new ScriptedServer(home, options, Optional.empty());
    }

    static String question(Prompt prompt) {
        return prompt instanceof Prompt.Ask(var question, _) ? question : prompt.toString();
    }

    void negotiate() {
        server.opens().hears("CAP LS 302").hears("NICK ann").hears("USER veche 0 * ann");
        server.says(":s CAP * LS :" + ALL).hears("CAP REQ :" + ENABLED);
        server.says(":s CAP ann ACK :" + ENABLED);
    }

    void logIn(String plain) {
        negotiate();
        server.hears("AUTHENTICATE PLAIN").says("AUTHENTICATE +").hears("AUTHENTICATE " + plain);
        server.says(":s 903 ann :ok").hears("CAP END").says(":s 001 ann :Welcome");
    }

    static final String BY_PASSWORD = "YW5uAGFubgBzZWNyZXQ=";
    static final String BY_TOKEN = "YW5uAGFubgB0b2tlbg==";

    /// In the channel #tea, with nothing said there.
    void arrive() {
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.ignores().says(":s TOKEN CREATED t1 token :test");
        welcome("");
    }

    void welcome(String missed) {
        server.says(":s 005 ann CHATHISTORY=100 :are supported", ":s 376 ann :End");
        server.says(":s BATCH +t draft/chathistory-targets", ":s BATCH -t");
        server.says(":ann!a@b JOIN #tea").says(":s BATCH +h chathistory #tea");
        server.says(missed.isEmpty() ? new String[0] : missed.split("\n", -1));
        server.says(":s BATCH -h").ignores();
    }

    static String message(String id, String text) {
        return "@batch=h;msgid="
                + id
                + ";time=2026-11-24T20:00:0"
                + id
                + ".000Z :bob!b@c PRIVMSG #tea :"
                + text;
    }
}
