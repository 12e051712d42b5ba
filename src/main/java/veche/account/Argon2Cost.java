package veche.account;

import java.util.Optional;
import java.util.regex.Pattern;
import veche.config.Hashing;

/// What it cost to hash a password, as the hash says itself, in the usual form:
/// `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`.
///
/// @param memoryKib in KiB
record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19"
                            + "\\$m=([1-9]\\d{0,6}),t=([1-9]\\d{0,3}),p=([1-9]\\d?)"
                            + "\\$[A-Za-z0-9+/]{22,}\\$[A-Za-z0-9+/]{22,}");

    /// Empty if the hash is not one that we make.
    static Optional<Argon2Cost> of(String hash) {
        var form = FORM.matcher(hash);
        return form.matches()
                ? Optional.of(
                        new Argon2Cost(
                                Integer.parseInt(form.group(1)),
                                Integer.parseInt(form.group(2)),
                                Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    boolean is(Hashing cost) {
        return memoryKib == cost.memoryKib()
                && iterations == cost.iterations()
                && parallelism == cost.parallelism();
    }
}
