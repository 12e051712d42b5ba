package veche.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String KNOWN = "0a1b".repeat(16);

    @Test
    void oneCanBeWrittenInSeveralWays() {
        assertThat(Fingerprint.parse(KNOWN)).contains(KNOWN);
        assertThat(Fingerprint.parse("0A1B".repeat(16))).contains(KNOWN);
        assertThat(Fingerprint.parse("0A:1B:".repeat(16).substring(0, 95))).contains(KNOWN);
    }

    @Test
    void whatIsNoneIsNotRead() {
        assertThat(Fingerprint.parse("")).isEmpty();
        assertThat(Fingerprint.parse("0a1b".repeat(10))).isEmpty();
        assertThat(Fingerprint.parse("0a1x".repeat(16))).isEmpty();
        assertThat(Fingerprint.parse("0a:1b" + "0a1b".repeat(15))).isEmpty();
    }
}
