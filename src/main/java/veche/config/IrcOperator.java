package veche.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import veche.name.CaseMapping;
import veche.name.Nickname;

/// Somebody who may become an operator of IRC, by a name and a password of their own.
///
/// @param name a word of 1 to 32 letters, digits, `-`, `_` and `.`; only its owner needs to know it
/// @param privileges what they may do then
/// @param password its hash, as `veche password` prints it
/// @param account to which they have to be logged in; empty for any, or none
/// @param certificate the fingerprint of the certificate that their client has to show, 64 digits
///   of lower-case hexadecimal; empty for any, or none
public record IrcOperator(
        String name,
        Set<Privilege> privileges,
        String password,
        Optional<Nickname> account,
        Optional<String> certificate) {

    private static final Kind<String> HASH =
            Kind.text("\\$argon2id\\$.+", Words.of("must.password-hash"));

    private static final Kind<String> FINGERPRINT =
            Kind.text("(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}", Words.of("must.fingerprint"));

    public IrcOperator {
        privileges = Set.copyOf(privileges);
        new Check().that("name", Site.isWord(name), Words.of("must.network-name")).pass();
    }

    /// How such a table is written.
    ///
    /// @param classes what operators of each class may do
    /// @param mapping by which names of accounts are read
    static Repeated<IrcOperator> table(Map<String, Set<Privilege>> classes, CaseMapping mapping) {
        return new Repeated<>(
                Map.of("name", "operator", "password", "$argon2id$hash"),
                Map.of("class", "", "account", "", "certificate", ""),
                section -> from(section, classes, mapping));
    }

    private static IrcOperator from(
            Section section, Map<String, Set<Privilege>> classes, CaseMapping mapping) {
        var all = Set.of(Privilege.values());
        return new IrcOperator(
                section.read("name", Kind.TEXT),
                section.read("class", Kind.named(classes, "must.class").or("", all, it -> it)),
                section.read("password", HASH),
                section.read(
                        "account", Kind.nickname(mapping).or("", Optional.empty(), Optional::of)),
                section.read(
                        "certificate",
                        FINGERPRINT.or("", Optional.empty(), it -> Optional.of(plain(it)))));
    }

    /// Some programs write a fingerprint with colons and in upper case.
    private static String plain(String fingerprint) {
        return fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
    }

    /// Without the hash: what is logged should not help those who guess.
    @Override
    public String toString() {
        return name + " " + privileges;
    }
}
