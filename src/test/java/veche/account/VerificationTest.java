package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.account.Verification.Sending;
import veche.event.Credential;
import veche.name.Nickname;

/// With a program that writes what it is told into a file.
class VerificationTest {

    private static final Nickname ANN = new Nickname("ann");
    private static final Credential SECRET = new Credential("secret");
    private static final String ADDRESS = "ann@example.org";
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir private Path folder;
    private Instant now = Instant.EPOCH;

    @Test
    void whoeverKnowsTheCodeGetsTheAccountOnce() throws Exception {
        var verification = verification(writing());
        assertThat(verification.send(ANN, SECRET, ADDRESS, home())).isEqualTo(Sending.SENT);
        var sent = sent();
        assertThat(sent.subList(0, 2)).containsExactly("ann", ADDRESS);
        assertThat(sent.get(2)).hasSize(20);
        assertThat(verification.verify(ANN, "guess")).isEmpty();
        assertThat(verification.verify(new Nickname("bob"), sent.get(2))).isEmpty();
        assertThat(verification.verify(ANN, sent.get(2))).contains(SECRET);
        assertThat(verification.verify(ANN, sent.get(2))).isEmpty();
    }

    @Test
    void aCodeIsGoodForATime() throws Exception {
        var verification = verification(writing());
        verification.send(ANN, SECRET, ADDRESS, home());
        now = now.plus(HOUR);
        assertThat(verification.verify(ANN, sent().get(2))).isEmpty();
    }

    @Test
    void aNameWaitsForWhoeverAskedFirst() throws Exception {
        var verification = verification(writing());
        verification.send(ANN, SECRET, ADDRESS, home());
        assertThat(verification.isReserved(ANN, home())).isFalse();
        assertThat(verification.isReserved(ANN, InetAddress.ofLiteral("192.0.2.2"))).isTrue();
        now = now.plus(HOUR);
        assertThat(verification.isReserved(ANN, InetAddress.ofLiteral("192.0.2.2"))).isFalse();
    }

    @Test
    void oneAddressDoesNotHaveManyCodesSent() throws Exception {
        var verification = verification(writing());
        for (var i = 0; i < Verification.FROM_ONE_SOURCE; i++) {
            assertThat(verification.send(new Nickname("n" + i), SECRET, ADDRESS, home()))
                    .isEqualTo(Sending.SENT);
        }
        assertThat(verification.send(ANN, SECRET, ADDRESS, home())).isEqualTo(Sending.NOT_NOW);
        var again = new Nickname("n0");
        assertThat(verification.send(again, SECRET, ADDRESS, home())).isEqualTo(Sending.SENT);
        var elsewhere = InetAddress.ofLiteral("2001:db8::1");
        assertThat(verification.send(ANN, SECRET, ADDRESS, elsewhere)).isEqualTo(Sending.SENT);
    }

    @Test
    void aCodeIsAsGoodAsItWasIfAnotherCannotBeSent() throws Exception {
        var picky =
                "test \"$VECHE_EMAIL\" = "
                        + ADDRESS
                        + " || exit 1; printf %s \"$VECHE_CODE\" > \"$0\"";
        var program = List.of("/bin/sh", "-c", picky, folder.resolve("sent").toString());
        var verification = verification(program);
        verification.send(ANN, SECRET, ADDRESS, home());
        assertThat(verification.send(ANN, SECRET, "typo@example.org", home()))
                .isEqualTo(Sending.NO_SUCH_ADDRESS);
        assertThat(verification.verify(ANN, sent().getFirst())).contains(SECRET);
    }

    @Test
    void whatTheProgramSaysIsHeard() throws Exception {
        var none = verification(List.of("/bin/sh", "-c", "exit 1"));
        assertThat(none.send(ANN, SECRET, ADDRESS, home())).isEqualTo(Sending.NO_SUCH_ADDRESS);
        var broken = verification(List.of("/bin/sh", "-c", "exit 2"));
        assertThat(broken.send(ANN, SECRET, ADDRESS, home())).isEqualTo(Sending.NOT_NOW);
        assertThat(broken.isReserved(ANN, InetAddress.ofLiteral("192.0.2.2"))).isFalse();
        var missing = verification(List.of(folder.resolve("nothing").toString()));
        assertThat(missing.send(ANN, SECRET, ADDRESS, home())).isEqualTo(Sending.NOT_NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "a.b+c@localhost", "ёж@пример.рф"})
    void whatMayBeAnAddress(String text) {
        assertThat(Verification.isAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "ann", "@b", "a@", "-a@b", "a@b,c@d", "a b@c", "a@b@c", "a@-\n"})
    void whatIsNoAddress(String text) {
        assertThat(Verification.isAddress(text)).isFalse();
    }

    private static InetAddress home() {
        return InetAddress.ofLiteral("192.0.2.1");
    }

    private Verification verification(List<String> program) {
        return new Verification(program, HOUR, () -> now, new SecureRandom());
    }

    private List<String> writing() {
        var script = "printf '%s\\n' \"$VECHE_ACCOUNT\" \"$VECHE_EMAIL\" \"$VECHE_CODE\" > \"$0\"";
        return List.of("/bin/sh", "-c", script, folder.resolve("sent").toString());
    }

    private List<String> sent() throws IOException {
        return Files.readAllLines(folder.resolve("sent"));
    }
}
