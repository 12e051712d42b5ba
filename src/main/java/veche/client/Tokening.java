package veche.client;

import java.io.IOException;
import java.util.Optional;

/// Tokens in place of passwords, on servers with the capability `veche.chat/sessions`: asks for one
/// after a login by password, keeps it, and gives it back. For the thread that owns the state.
final class Tokening {

    static final String CAPABILITY = "veche.chat/sessions";

    private final Chat chat;
    private final Keyring keyring;
    private final Login login;
    private final String label;

    /// Called when the token is gone.
    private final Runnable revoked;

    /// @param login without a token, or with the one that is there
    /// @param label by which its owner knows the token again
    Tokening(Chat chat, Keyring keyring, Login login, String label, Runnable revoked) {
        this.chat = chat;
        this.keyring = keyring;
        this.login = login;
        this.label = label;
        this.revoked = revoked;
    }

    /// We came in by a password.
    void ask(Visit visit) {
        if (visit.has(CAPABILITY)) {
            visit.send("TOKEN", "CREATE", label);
        } else {
            keep(login);
        }
    }

    void revoke(Visit visit, Login.Token token) {
        visit.send("TOKEN", "REVOKE", token.id());
    }

    /// Takes what the server says of tokens.
    void take(Visit visit, Incoming line) {
        if (line.at(0).equals("CREATED")) {
            var token = new Login.Token(line.at(1), line.at(2));
            if (!keep(new Login(login.address(), login.name(), Optional.of(token)))) {
                visit.send("TOKEN", "REVOKE", token.id());
            }
        } else if (line.at(0).equals("REVOKED")) {
            revoked.run();
        }
    }

    /// The server gives no token, or does not know the one that is given back.
    void refused(Incoming line) {
        if (line.text().isEmpty()) {
            return;
        }
        chat.show(new Happening.Answer(line.text()));
        revoked.run();
    }

    /// Whether it could be kept. A token that cannot is of no use to anybody.
    private boolean keep(Login kept) {
        try {
            keyring.keep(kept);
            return true;
        } catch (IOException e) {
            chat.tell("keyring.failed", String.valueOf(e.getMessage()));
            return false;
        }
    }
}
