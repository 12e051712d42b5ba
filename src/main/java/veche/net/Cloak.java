package veche.net;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import veche.config.Network;

/// What others see instead of an address: `k3j2x7ab.qz4mwn2e.b7rt5cda.ip`. It is always the same
/// for the same address and secret, and without the secret nobody can tell the address.
///
/// Of an IPv4 address the first part stands for the address, the second for the 256 with the same
/// first 24 bits, the third for those with the same first 16. So the mask `*.b7rt5cda.ip` is a ban
/// of a network. Of an IPv6 address the parts stand for 64 bits, since one machine may have all of
/// the addresses in them, for 48 and for 32. Each part is the first 40 bits of an HMAC-SHA256 (RFC
/// 2104), in base 32 (RFC 4648 section 6, in lower case).
///
/// Any thread.
public final class Cloak {

    /// How long a secret is, in bytes.
    public static final int SECRET = 32;

    private static final String SUFFIX = ".ip";
    private static final List<Integer> IPV4 = List.of(32, 24, 16);
    private static final List<Integer> IPV6 = List.of(64, 48, 32);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int DIGITS = 8;
    private static final int BITS_PER_DIGIT = 5;

    /// Has the secret and nothing else. Never updated: each use is a copy, which costs less than
    /// one that has to be made ready.
    private final Mac secret;

    /// @param secret [#SECRET] random bytes
    /// @throws IllegalArgumentException if it is shorter or longer
    public Cloak(byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("a secret of " + secret.length + " bytes");
        }
        try {
            this.secret = Mac.getInstance(ALGORITHM);
            this.secret.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    /// Reads the secret from a file. If there is no such file, makes one that only its owner can
    /// read, whole or not at all. Nobody else may do so at the same time.
    ///
    /// @param random for a new secret; one that nobody can predict
    /// @throws IOException if the file cannot be read or made, or is of another length: another
    ///   secret in its place would lift all bans
    public static Cloak load(Path file, RandomGenerator random) throws IOException {
        return new Cloak(SecretFile.load(file, random));
    }

    /// The cloak of an address.
    public String of(InetAddress address) {
        var parts = address instanceof Inet4Address ? IPV4 : IPV6;
        return parts.stream()
                .map(bits -> part(new Network(address, bits)))
                .collect(joining(".", "", SUFFIX));
    }

    private String part(Network network) {
        var mac = mac();
        mac.update((byte) network.bits());
        var hash = ByteBuffer.wrap(mac.doFinal(network.first().getAddress())).getLong();
        var part = new StringBuilder();
        for (var digit = 1; digit <= DIGITS; digit++) {
            var index = (int) (hash >>> (Long.SIZE - digit * BITS_PER_DIGIT)) & 31;
            part.append(BASE_32.charAt(index));
        }
        return part.toString();
    }

    private Mac mac() {
        try {
            return (Mac) secret.clone();
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", other);
        }
    }
}
