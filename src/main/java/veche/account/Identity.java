package veche.account;

import java.util.Optional;
import java.util.regex.Pattern;
import veche.name.CaseMapping;
import veche.name.Nickname;

/// Whose a client says it is, and on which of their devices: `ann`, `ann@phone`, `ann/phone`, or
/// `ann/network@phone`, as clients write it for bouncers.
///
/// @param name of the account; empty if nobody can have it
/// @param device 1 to 64 letters, digits, `.`, `_` and `-`; empty if it is anything else
public record Identity(Optional<Nickname> name, Optional<String> device) {

    private static final Pattern DEVICE = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");
    private static final Pattern SIGN = Pattern.compile("[@/]");

    /// Reads what a client says.
    ///
    /// @param mapping by which names are read
    public static Identity parse(String text, CaseMapping mapping) {
        var parts = SIGN.split(text, 2);
        if (parts.length == 1) {
            return new Identity(mapping.parseNickname(text), Optional.empty());
        }
        var device = parts[1].substring(parts[1].lastIndexOf('@') + 1);
        return new Identity(
                mapping.parseNickname(parts[0]),
                Optional.of(device).filter(it -> DEVICE.matcher(it).matches()));
    }
}
