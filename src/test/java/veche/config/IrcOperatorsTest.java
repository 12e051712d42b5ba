package veche.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.name.Nickname;

/// Tables that may be written any number of times.
class IrcOperatorsTest {

    private Written written;

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        written = new Written(folder);
    }

    @Test
    void anOperatorMayDoWhatTheirClassMay() throws Exception {
        var operators =
                written.load(
                                """
                                language = "en"
                                [[operator_class]]
                                name = "helpers"
                                privileges = ["kill", "see_addresses"]
                                [[operator]]
                                name = "ann"
                                password = "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"
                                [[operator]]
                                name = "bob"
                                password = "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"
                                class = "helpers"
                                account = "Bobby"
                                certificate = "%s"
                                """
                                        .formatted("AB:".repeat(31) + "CD"))
                        .operators();

        assertThat(operators.named("ann").orElseThrow().privileges())
                .containsExactlyInAnyOrder(Privilege.values());
        var bob = operators.named("bob").orElseThrow();
        assertThat(bob.privileges()).isEqualTo(Set.of(Privilege.KILL, Privilege.SEE_ADDRESSES));
        assertThat(bob.account()).contains(new Nickname("bobby"));
        assertThat(bob.certificate()).isEqualTo(Optional.of("ab".repeat(31) + "cd"));
        assertThat(operators.named("eve")).isEmpty();
    }

    @Test
    void whatIsWrongWithATableIsSaidWithItsPlace() throws Exception {
        assertThat(
                        written.problems(
                                """
                                [[operator]]
                                name = "ann"
                                pasword = "x"

                                [[operator]]
                                name = "two words"
                                password = "secret"
                                class = "nobles"
                                certificate = "12"
                                """))
                .containsExactly(
                        "veche.toml, line 1, column 1: a table [[operator]] needs operator.password.",
                        "veche.toml, line 3, column 1: there is no setting operator.pasword; did you"
                                + " mean operator.password?",
                        "veche.toml, line 6, column 1: operator.name must be a word of 1 to 32 letters,"
                                + " digits, \"-\", \"_\" and \".\", but is \"two words\".",
                        "veche.toml, line 7, column 1: operator.password must be what ./veche password"
                                + " prints, but is \"…\".",
                        "veche.toml, line 8, column 1: operator.class must be the name of a table"
                                + " [[operator_class]], or \"\", but is \"nobles\".",
                        "veche.toml, line 9, column 1: operator.certificate must be the SHA-256"
                                + " fingerprint of a certificate, 64 digits of hexadecimal, or \"\", but is"
                                + " \"12\".");
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        assertThat(written.problems("operator = [\"ann\"]\noperator_class = 7\n"))
                .containsExactly(
                        "veche.toml, line 1, column 1: operator must be tables that begin with"
                                + " [[operator]], but is \"ann\".",
                        "veche.toml, line 2, column 1: operator_class must be tables that begin with"
                                + " [[operator_class]], but is 7.");
    }

    @Test
    void noTwoOperatorsHaveTheSameName() throws Exception {
        var table = "[[operator]]\nname = \"ann\"\npassword = \"$argon2id$\"\n";
        assertThat(written.problems(table.replace("$\"", "$x\"").repeat(2)))
                .singleElement()
                .asString()
                .startsWith(
                        "veche.toml, line 1, column 1: operator must be tables of which no two have"
                                + " the same name, but is ");
    }
}
