package veche.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.certificate.CertificateFiles;
import veche.certificate.Certificates;
import veche.certificate.TestCertificates;
import veche.net.TlsClient;

/// What clients can do with a certificate of their own.
class IrcCertificateTest {

    private static final String SETTINGS = "[irc]\ntls_listen = [\"127.0.0.1:0\"]\n";

    @TempDir Path folder;

    private CertificateFiles hers;
    private CertificateFiles his;
    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        hers = TestCertificates.curve(folder, "ann.example");
        his = TestCertificates.curve(folder, "bob.example");
        server = ChatServer.start(SETTINGS);
        server.account("ann");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private IrcClient connect(CertificateFiles certificate) throws Exception {
        var password = "secret".toCharArray();
        var keys = TestCertificates.store(certificate, password);
        return new IrcClient(TlsClient.connect(server.ircTlsAddress(), keys, password));
    }

    private static String fingerprint(CertificateFiles certificate) throws Exception {
        return new Certificates(List.of(certificate)).fingerprints().getFirst();
    }

    /// Somebody logs in to ann's account by its password, and adds their certificate.
    private IrcChat added() throws Exception {
        return server.irc("")
                .with("ann", connect(hers))
                .scene(
                        """
                        ann > PASS :ann:%s
                        ann > NICK ann
                        ann > USER ann 0 * :Ann
                        ann ~ 366 ann #veche …
                        ann > NS CERT ADD
                        ann < :NickServ NOTICE ann :The certificate %s is good for logging in to your account now.
                        """
                                .formatted(Chat.PASSWORD, fingerprint(hers)));
    }

    /// RFC 4422 appendix A. Only those are told of EXTERNAL who can use it:
    /// https://ircv3.net/specs/extensions/sasl-3.2#mechanisms-in-cap-ls
    @Test
    void whoeverHasAddedACertificateLogsInByIt() throws Exception {
        added().with("ann2", connect(hers))
                .with("bob", connect(his))
                .scene(
                        """
                        ann2 > CAP LS 302
                        ann2 ~ CAP * LS :… sasl=EXTERNAL,PLAIN,SCRAM-SHA-256 …
                        ann2 > AUTHENTICATE EXTERNAL
                        ann2 < AUTHENTICATE +
                        ann2 > AUTHENTICATE +
                        ann2 < 900 * *!~user@… ann :You are now logged in as ann
                        ann2 < 903 * :SASL authentication successful
                        ann2 > NICK whoever
                        ann2 > USER ann 0 * :Ann
                        ann2 > CAP END
                        ann2 ~ 366 ann #veche …
                        bob > AUTHENTICATE EXTERNAL
                        bob < AUTHENTICATE +
                        bob > AUTHENTICATE +
                        bob < 904 * :SASL authentication failed
                        eve ^
                        eve > AUTHENTICATE EXTERNAL
                        eve < 908 * PLAIN,SCRAM-SHA-256 :are available SASL mechanisms
                        eve < 904 * :SASL authentication failed
                        """);
    }

    /// RFC 4422 appendix A.1: the client may name whom it wants to act as.
    @Test
    void nobodyActsForSomebodyElseByTheirOwnCertificate() throws Exception {
        server.account("bob");
        added().with("ann2", connect(hers))
                .scene(
                        """
                        ann2 > AUTHENTICATE EXTERNAL
                        ann2 < AUTHENTICATE +
                        ann2 > AUTHENTICATE Ym9i
                        ann2 < 904 * :SASL authentication failed
                        ann2 > AUTHENTICATE EXTERNAL
                        ann2 < AUTHENTICATE +
                        ann2 > AUTHENTICATE YW5u
                        ann2 < 900 * … ann :You are now logged in as ann
                        ann2 < 903 * :SASL authentication successful
                        """);
    }

    @Test
    void aCertificateIsGoodForOneAccountUntilItIsRemoved() throws Exception {
        server.account("bob");
        added().scene(
                        """
                        ann > NS CERT ADD
                        ann < :NickServ NOTICE ann :This certificate is good for logging in to an account already.
                        ann > NS CERT ADD nonsense
                        ann < :NickServ NOTICE ann :That is no fingerprint (SHA-256), or your client has no certificate.
                        ann > NS CERT ADD %2$s
                        ann < :NickServ NOTICE ann :The certificate %2$s is good …
                        ann > NS CERT LIST
                        ann < :NickServ NOTICE ann :2 certificates are good for logging in to your account:
                        ann ~ :NickServ NOTICE ann …
                        ann < :NickServ NOTICE ann …
                        bob + login
                        bob ~ 366 bob #veche …
                        bob > NS CERT ADD
                        bob < :NickServ NOTICE bob :That is no fingerprint (SHA-256), …
                        bob > NS CERT DEL %1$s
                        bob < :NickServ NOTICE bob :This certificate is not good for logging in to your account.
                        bob > NS CERT ADD %1$s
                        bob < :NickServ NOTICE bob :This certificate is good for logging in to an account already.
                        ann > NS CERT DEL %2$s
                        ann < :NickServ NOTICE ann :The certificate %2$s is good for nothing here any more.
                        ann > NS CERT DEL
                        ann < :NickServ NOTICE ann :The certificate %1$s is good for nothing here any more.
                        ann > NS CERT LIST
                        ann < :NickServ NOTICE ann :No certificate is good for logging in to your account.
                        ann > AUTHENTICATE EXTERNAL
                        ann < AUTHENTICATE +
                        ann > AUTHENTICATE +
                        ann < 904 ann :SASL authentication failed
                        """
                                .formatted(fingerprint(hers), fingerprint(his)));
    }

    /// https://modern.ircdocs.horse/#oper-message
    @Test
    void anOperatorMayNeedACertificate() throws Exception {
        server.rewrite(
                SETTINGS
                        + IrcOperatorTest.OPERATOR
                        + "certificate = \""
                        + fingerprint(hers)
                        + "\"\n");
        server.ctl("rehash");
        added().with("bob", connect(his))
                .scene(
                        """
                        bob > NICK bob
                        bob > USER bob 0 * :Bob
                        bob ~ 376 …
                        bob > OPER root operpassword
                        bob < 491 bob :No O-lines for your host
                        eve +
                        eve > OPER root operpassword
                        eve < 491 eve :No O-lines for your host
                        ann > OPER root wrong
                        ann < 464 ann :Password incorrect
                        ann > OPER root operpassword
                        ann < :ann MODE ann +o
                        ann < 381 ann :You are now an IRC operator
                        """);
    }

    /// Of the mode `Z`, which nobody sets for themselves:
    /// https://modern.ircdocs.horse/#mode-message. For 276, see
    /// https://modern.ircdocs.horse/#rplwhoiscertfp-276
    @Test
    void whoeverHasTlsOnAllConnectionsIsSeenToBeSecure() throws Exception {
        added().scene(
                        """
                        ann > MODE ann
                        ann < 221 ann +Z
                        ann > MODE ann -Z
                        bob +
                        bob > MODE bob
                        bob < 221 bob +
                        bob > MODE bob +Z
                        bob > MODE bob
                        bob < 221 bob +
                        bob > WHOIS ann
                        bob ~ 671 bob ann :is using a secure connection
                        bob ~ 318 …
                        ann2 + login
                        ann2 ~ 366 ann #veche …
                        ann > MODE ann
                        ann < 221 ann +
                        ann2 -
                        ann > MODE ann
                        ann < 221 ann +Z
                        """);
    }
}
