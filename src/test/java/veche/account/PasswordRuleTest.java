package veche.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.account.PasswordRule.Problem;
import veche.name.Nickname;

class PasswordRuleTest {

    private static final Nickname OWNER = new Nickname("Vladimir");

    private final PasswordRule rule = new PasswordRule(8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "correct horse battery staple",
                "очень-тайно",
                "🙂🙂🙂🙂🙂🙂🙂🙂",
                " spaces count ",
                "{0}'\"\\$%"
            })
    void anythingThatCanBeTypedMayBeAPassword(String password) {
        assertThat(rule.problem(password, OWNER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567, TOO_SHORT",
        "'', TOO_SHORT",
        "🙂🙂🙂🙂🙂🙂🙂, TOO_SHORT",
        "'a\tlong tab', FORBIDDEN_CHARACTER",
        "'\u001b[31msecret', FORBIDDEN_CHARACTER",
        "'zero\u200bwidth', FORBIDDEN_CHARACTER",
        "'half\ud83d of it', FORBIDDEN_CHARACTER",
        "'unassigned\u0378', FORBIDDEN_CHARACTER",
        "vladimir, SAME_AS_NAME",
        "VLADIMIR, SAME_AS_NAME",
        "Ｖladimir, SAME_AS_NAME"
    })
    void whatIsWrongHasAName(String password, Problem problem) {
        assertThat(rule.problem(password, OWNER)).contains(problem);
    }

    @Test
    void aPasswordHasAnEnd() {
        assertThat(rule.problem("ы".repeat(300), OWNER)).isEmpty();
        assertThat(rule.problem("ы".repeat(301), OWNER)).contains(Problem.TOO_LONG);
        assertThat(rule.problem("ы".repeat(1_000_000), OWNER)).contains(Problem.TOO_LONG);
        assertThat(PasswordRule.prepared("ы".repeat(301))).isEmpty();
    }

    @Test
    void nothingIsNobodysPassword() {
        assertThat(PasswordRule.prepared("")).isEmpty();
    }

    @Test
    void aRuleThatNobodyCouldMeetIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordRule(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordRule(301));
    }
}
