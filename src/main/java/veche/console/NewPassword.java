package veche.console;

import java.security.SecureRandom;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.account.PasswordsBusyException;
import veche.event.Credential;
import veche.name.Nickname;

/// A password that the operator gives to somebody: one that they are asked for, or a random one.
record NewPassword(String password, Credential credential) {

    /// Without letters and digits that look alike, since it will be read out or typed off.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;

    /// @param generate whether to make one up instead of asking
    static NewPassword of(
            Nickname owner,
            boolean generate,
            Passwords passwords,
            PasswordRule rule,
            Operator operator)
            throws Failure, InterruptedException {
        var password = generate ? random() : operator.secret("--generate", "password.new", owner);
        var problem = rule.problem(password, owner);
        if (problem.isPresent()) {
            throw new Failure("password." + problem.get(), rule.shortest(), PasswordRule.LONGEST);
        }
        try {
            return new NewPassword(password, passwords.hash(password));
        } catch (PasswordsBusyException busy) {
            throw new Failure("password.busy");
        }
    }

    private static String random() {
        var password = new StringBuilder();
        new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .forEach(index -> password.append(LETTERS.charAt(index)));
        return password.toString();
    }
}
