package veche.certificate;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Chooses the certificate that a client gets: one for the host that it asks for (RFC 6066, 3), of
/// a kind that it understands. A client that asks for none of ours, or for nothing, gets the first.
/// An alias is the place in the list.
final class ServerKeys extends X509ExtendedKeyManager {

    private final List<Credential> credentials;

    /// @param credentials at least one
    ServerKeys(List<Credential> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String kind, Principal @Nullable [] issuers, SSLEngine engine) {
        return suitable(engine).stream()
                .filter(credential -> credential.key().getAlgorithm().equals(kind))
                .findFirst()
                .map(credential -> Integer.toString(credentials.indexOf(credential)))
                .orElse(null);
    }

    private List<Credential> suitable(SSLEngine engine) {
        if (engine.getHandshakeSession() instanceof ExtendedSSLSession session) {
            for (var name : session.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    var named = named(host.getAsciiName());
                    if (!named.isEmpty()) {
                        return named;
                    }
                }
            }
        }
        return credentials.subList(0, 1);
    }

    private List<Credential> named(String host) {
        return credentials.stream().filter(credential -> credential.isFor(host)).toList();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return credential(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return credential(alias).key();
    }

    private Credential credential(String alias) {
        return credentials.get(Integer.parseInt(alias));
    }

    @Override
    public String[] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return IntStream.range(0, credentials.size())
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
    }

    // An engine asks for none of the rest: it is a server, and has no socket.

    @Override
    public @Nullable String chooseServerAlias(
            String kind, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] kinds, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
        return null;
    }
}
