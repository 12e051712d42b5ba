package veche.client;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.language.Phrases;

/// Which server, and by which certificate it is known: what the command line says, what was kept,
/// and what whoever sits here answers. For the thread that owns the state.
final class Destination {

    private final Options options;
    private final Keyring keyring;
    private final Phrases phrases;
    private @Nullable ServerAddress address;
    private @Nullable Step failure;
    private String host = "";

    /// The fingerprint of a certificate that somebody has to decide on.
    private String untrusted = "";

    Destination(Options options, Keyring keyring, Phrases phrases) {
        this.options = options;
        this.keyring = keyring;
        this.phrases = phrases;
    }

    ServerAddress address() {
        return address == null ? ServerAddress.USUAL : address;
    }

    /// The fingerprint of the certificate that is trusted.
    Optional<String> pin() throws IOException {
        return isPinned() ? options.fingerprint().map(Destination::hex) : keyring.pin(address());
    }

    /// Whether nothing but [#pin] is trusted.
    boolean isPinned() {
        return options.fingerprint().isPresent();
    }

    private static String hex(String fingerprint) {
        return fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
    }

    private static String colons(String fingerprint) {
        return fingerprint.replaceAll("..(?=.)", "$0:");
    }

    /// What to do next; empty if the server is known.
    ///
    /// @param logins what was kept, the last one first
    Optional<Step> next(List<Login> logins) {
        if (failure == null && address == null) {
            remember(logins);
        }
        if (failure == null && address != null && !address.tls() && isPinned()) {
            failure = Step.Fail.of(Exit.MISUSED, "fingerprint.plain", address.text());
        }
        if (failure != null) {
            return Optional.of(failure);
        }
        if (!untrusted.isEmpty()) {
            return Optional.of(
                    Question.CERTIFICATE.step(phrases, address().text(), colons(untrusted)));
        }
        if (address != null) {
            return Optional.empty();
        }
        return Optional.of(
                host.isEmpty()
                        ? Question.SERVER.step(phrases, ServerAddress.USUAL.host())
                        : Question.PORT.step(
                                phrases, Integer.toString(ServerAddress.USUAL.port())));
    }

    private void remember(List<Login> logins) {
        if (options.server().isPresent()) {
            var given = options.server().get();
            address = ServerAddress.parse(given, options.tls()).orElse(null);
            if (address == null) {
                failure = Step.Fail.of(Exit.MISUSED, "address.bad", given);
            }
        } else if (!logins.isEmpty() && host.isEmpty()) {
            address = logins.getFirst().address();
        }
    }

    /// The server as it was kept: whether it is spoken to by TLS is known then.
    void kept(ServerAddress known) {
        if (options.server().isEmpty()) {
            address = known;
        }
    }

    /// Takes the name of a server, or its name and port.
    ///
    /// @return what is to be said to it
    Optional<Happening> server(String answer) {
        var text = answer.isEmpty() ? ServerAddress.USUAL.host() : answer;
        var parsed = ServerAddress.parse(text, options.tls());
        if (parsed.isEmpty()) {
            return Optional.of(Happening.Told.of("address.bad", text));
        }
        host = parsed.get().host();
        if (text.matches(".*[^:]:[0-9]+")) {
            address = parsed.get();
        }
        return Optional.empty();
    }

    /// Takes a port.
    ///
    /// @return what is to be said to it
    Optional<Happening> port(String answer) {
        var text = answer.isEmpty() ? Integer.toString(ServerAddress.USUAL.port()) : answer;
        address =
                ServerAddress.port(text)
                        .map(port -> ServerAddress.at(host, port, options.tls()))
                        .orElse(null);
        return address == null
                ? Optional.of(Happening.Told.of("address.bad", host + ":" + text))
                : Optional.empty();
    }

    /// Takes whether a certificate is trusted.
    void certificate(String answer) {
        if (!Question.isYes(answer, false, phrases)) {
            failure = Step.Fail.of(Exit.NO_TRUST, "certificate.refused", address().text());
        } else {
            try {
                keyring.pin(address(), untrusted);
            } catch (IOException e) {
                failure = unkept(e);
            }
        }
        untrusted = "";
    }

    private static Step unkept(IOException cause) {
        return Step.Fail.of(Exit.NO_TRUST, "keyring.failed", String.valueOf(cause.getMessage()));
    }

    /// Nobody vouches for the server's certificate.
    ///
    /// @param asks whether somebody is there who can decide
    void untrusted(String fingerprint, boolean asks) {
        try {
            var known = pin();
            if (!isPinned() && known.isEmpty() && asks) {
                untrusted = fingerprint;
            } else if (isPinned() || known.isEmpty()) {
                failure =
                        Step.Fail.of(
                                Exit.NO_TRUST,
                                isPinned() ? "certificate.other" : "certificate.unknown",
                                address().text(),
                                colons(fingerprint));
            } else {
                failure =
                        Step.Fail.of(
                                Exit.NO_TRUST,
                                "certificate.changed",
                                address().text(),
                                colons(fingerprint),
                                colons(known.get()),
                                keyring.servers().toString());
            }
        } catch (IOException e) {
            failure = unkept(e);
        }
    }
}
