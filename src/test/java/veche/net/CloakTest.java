package veche.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.name.CaseMapping;

class CloakTest {

    private static final byte[] SECRET =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private final Cloak cloak = new Cloak(SECRET);

    private String of(String address) {
        return cloak.of(InetAddress.ofLiteral(address));
    }

    private List<String> parts(String address) {
        return List.of(of(address).split("\\."));
    }

    /// With other cloaks all bans would be void. Reckoned with Python's hmac and base64.
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, z5se6l6b.u7ws3p3v.hyz4c2ng.ip",
        "2001:db8:1:2:3:4:5:6, arjyddzq.yybk2mwv.qtenjjy7.ip"
    })
    void aCloakNeverChanges(String address, String expected) {
        assertThat(of(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "127.0.0.1", "0.0.0.0", "::", "::1", "2001:db8::1"})
    void aCloakIsShortAndCanBeAHost(String address) {
        assertThat(of(address)).matches("([a-z2-7]{8}\\.){3}ip").isEqualTo(of(address));
    }

    @Test
    void whoComesFromNearbyHasTheSameEnding() {
        var here = parts("192.0.2.7");
        assertThat(parts("192.0.2.7")).isEqualTo(here);
        var sameHouse = parts("192.0.2.8");
        assertThat(sameHouse.subList(1, 4)).isEqualTo(here.subList(1, 4));
        assertThat(sameHouse.get(0)).isNotEqualTo(here.get(0));
        var sameStreet = parts("192.0.3.7");
        assertThat(sameStreet.subList(2, 4)).isEqualTo(here.subList(2, 4));
        assertThat(sameStreet).doesNotContain(here.get(0), here.get(1));
        assertThat(parts("192.1.2.7")).doesNotContain(here.get(0), here.get(1), here.get(2));
    }

    @Test
    void anIpv6AddressIsHiddenByItsNetworks() {
        var here = parts("2001:db8:1:2:3:4:5:6");
        assertThat(parts("2001:db8:1:2:ffff::1")).as("one machine").isEqualTo(here);
        assertThat(parts("2001:db8:1:3::1").subList(1, 4)).isEqualTo(here.subList(1, 4));
        assertThat(parts("2001:db8:1:3::1").get(0)).isNotEqualTo(here.get(0));
        assertThat(parts("2001:db8:2:2::1").subList(2, 4)).isEqualTo(here.subList(2, 4));
        assertThat(parts("2001:db8:2:2::1").get(1)).isNotEqualTo(here.get(1));
        assertThat(parts("2001:db9:1:2::1").get(2)).isNotEqualTo(here.get(2));
    }

    @Test
    void anIpv4AddressInAnIpv6OneHasTheSameCloak() {
        assertThat(of("::ffff:192.0.2.7")).isEqualTo(of("192.0.2.7"));
    }

    @Test
    void aNetworkCanBeBanned() {
        var mask =
                CaseMapping.PRECIS
                        .parseMask("@*." + parts("192.0.2.7").get(1) + ".*")
                        .orElseThrow();
        assertThat(mask.matches("ann", "~ann", of("192.0.2.200"))).isTrue();
        assertThat(mask.matches("ann", "~ann", of("192.0.3.7"))).isFalse();
    }

    @Test
    void otherAddressesHaveOtherCloaks() {
        var cloaks = new HashSet<String>();
        for (var i = 0; i < 256; i++) {
            cloaks.add(of("192.0.2." + i));
            cloaks.add(of("192.0." + i + ".0"));
            cloaks.add(of("2001:db8:0:" + Integer.toHexString(i) + "::"));
        }
        assertThat(cloaks).hasSize(3 * 256 - 1);
        // The same bits, as a network of another size.
        assertThat(parts("10.0.0.0")).doesNotHaveDuplicates();
        assertThat(parts("2001:db8::")).doesNotHaveDuplicates();
    }

    @Test
    void anotherSecretMakesOtherCloaks() {
        var other = SECRET.clone();
        other[31] ^= 1;
        assertThat(List.of(new Cloak(other).of(InetAddress.ofLiteral("192.0.2.7")).split("\\.")))
                .doesNotContainAnyElementsOf(parts("192.0.2.7").subList(0, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void aSecretHasItsLength(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cloak(new byte[length]));
    }

    @Test
    void theSecretIsMadeOnceAndOnlyItsOwnerCanReadIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("cloak.key");
        var made = Cloak.load(file, new Random(1));
        var read = Cloak.load(file, new Random(2));

        var address = InetAddress.ofLiteral("192.0.2.7");
        assertThat(read.of(address)).isEqualTo(made.of(address));
        assertThat(file).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        var elsewhere = Cloak.load(folder.resolve("other.key"), new Random(2));
        assertThat(elsewhere.of(address)).isNotEqualTo(made.of(address));
    }

    @Test
    void aSecretThatWasNotFinishedIsMadeAnew(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("cloak.key.new"), new byte[5]);
        Cloak.load(folder.resolve("cloak.key"), new Random(1));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("cloak.key"));
        }
    }

    @Test
    void aSecretOfAnotherLengthIsNotReplaced(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("cloak.key"), new byte[31]);
        assertThatIOException()
                .isThrownBy(() -> Cloak.load(file, new Random(1)))
                .withMessage(file + " must have 32 bytes, but has 31");
        assertThat(file).hasSize(31);
    }

    @Test
    void aFolderThatIsNotThereIsAnError(@TempDir Path folder) {
        assertThatIOException()
                .isThrownBy(() -> Cloak.load(folder.resolve("none/cloak.key"), new Random(1)));
    }
}
