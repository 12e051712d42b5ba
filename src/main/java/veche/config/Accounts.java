package veche.config;

import java.time.Duration;

/// How people get and use accounts.
///
/// @param registration who may make one
/// @param shortestPassword the fewest characters of a new password; 1 to 64
/// @param loginTries after how many wrong passwords a client is let go; 1 to 100
/// @param loginTime how long a client may take to say who it is; a second to an hour
/// @param alwaysOn whether people stay in their channels while they are away, unless they have
///   chosen otherwise
/// @param ownName whether whoever is logged in to an account is called by its name
/// @param scram whether people can log in by SCRAM-SHA-256
/// @param requireLogin whether only those can be here who are logged in to an account
/// @param certificates how many certificates of clients an account may have; 1 to 100
/// @param registering how IRC clients make accounts
/// @param hashing how passwords are hashed
public record Accounts(
        Registration registration,
        int shortestPassword,
        int loginTries,
        Duration loginTime,
        boolean alwaysOn,
        boolean ownName,
        boolean scram,
        boolean requireLogin,
        int certificates,
        Registering registering,
        Hashing hashing) {

    /// Who may make an account.
    public enum Registration {
        /// Anyone who gives a free name and a password.
        OPEN,
        /// No one.
        CLOSED
    }

    public Accounts {
        new Check()
                .within("shortest_password", shortestPassword, 1, 64)
                .within("login_tries", loginTries, 1, 100)
                .within("login_time", loginTime, Duration.ofSeconds(1), Duration.ofHours(1))
                .within("certificates", certificates, 1, 100)
                .pass();
    }

    static Accounts from(Section section) {
        return new Accounts(
                section.choice("registration", Registration.class),
                section.number("shortest_password"),
                section.number("login_tries"),
                section.read("login_time", Kind.TIMESPAN),
                section.read("always_on", Kind.TRUTH),
                section.read("own_name", Kind.TRUTH),
                section.read("scram", Kind.TRUTH),
                section.read("require_login", Kind.TRUTH),
                section.number("certificates"),
                section.section("registering", Registering::from),
                section.section("hashing", Hashing::from));
    }
}
