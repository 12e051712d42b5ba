package veche.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The client's side of SCRAM-SHA-256, step by step as RFC 5802 section 3 writes it.
///
/// @param header of GS2, such as `n,,`
/// @param name as it is sent, with `=2C` and `=3D`
public record ScramClient(String header, String name, String password, String nonce) {

    /// What it says first.
    public String first() {
        return header + bare();
    }

    private String bare() {
        return "n=" + name + ",r=" + nonce;
    }

    /// What it says to what the server has said: its proof.
    public String last(String serverFirst) {
        var clientKey = hmac(salted(serverFirst), "Client Key".getBytes(UTF_8));
        var signature = hmac(hash(clientKey), messages(serverFirst).getBytes(UTF_8));
        var proof = new byte[clientKey.length];
        for (var i = 0; i < proof.length; i++) {
            proof[i] = (byte) (clientKey[i] ^ signature[i]);
        }
        return withoutProof(serverFirst) + ",p=" + base64(proof);
    }

    /// What a server that knows the password says in the end.
    public String expected(String serverFirst) {
        var serverKey = hmac(salted(serverFirst), "Server Key".getBytes(UTF_8));
        return "v=" + base64(hmac(serverKey, messages(serverFirst).getBytes(UTF_8)));
    }

    private String messages(String serverFirst) {
        return bare() + "," + serverFirst + "," + withoutProof(serverFirst);
    }

    private String withoutProof(String serverFirst) {
        return "c=" + base64(header.getBytes(UTF_8)) + "," + serverFirst.split(",s=", 2)[0];
    }

    /// Hi of RFC 5802 section 2.2, without any library.
    private byte[] salted(String serverFirst) {
        var salt = Base64.getDecoder().decode(serverFirst.split(",s=|,i=", 3)[1]);
        var iterations = Integer.parseInt(serverFirst.split(",i=", 2)[1]);
        var key = password.getBytes(UTF_8);
        var step = hmac(key, Arrays.copyOf(salt, salt.length + 4), 1);
        var result = new BigInteger(1, step);
        for (var i = 1; i < iterations; i++) {
            step = hmac(key, step);
            result = result.xor(new BigInteger(1, step));
        }
        var bytes = result.toByteArray();
        var last = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, last, 32 - length, length);
        return last;
    }

    /// Of a text that ends with a number.
    private static byte[] hmac(byte[] key, byte[] text, int end) {
        text[text.length - 1] = (byte) end;
        return hmac(key, text);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
