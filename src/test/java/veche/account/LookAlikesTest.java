package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import veche.name.Nickname;

class LookAlikesTest {

    private final LookAlikes lookAlikes = new LookAlikes();

    private static Nickname name(String text) {
        return new Nickname(text);
    }

    @ParameterizedTest
    @CsvSource({
        "paypal, раураl", // the first five letters of the second are Cyrillic
        "Ann, Аnn",
        "Ivan, lvan", // a capital i, a small L
        "bob, b0b",
        "BOB, b0b",
        "anna1, annal",
        "ВОВА, boba",
        "torn, tom"
    })
    void namesThatLookAlikeAreFoundWhicheverCameFirst(String one, String other) {
        lookAlikes.add(name(one));
        assertThat(lookAlikes.of(name(other))).contains(name(one));
        lookAlikes.clear();
        lookAlikes.add(name(other));
        assertThat(lookAlikes.of(name(one))).contains(name(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, Anna",
        "ann, ana",
        "Аня, Яна",
        "ивaн, петр",
        "jose, josé",
        "е, ё",
        "bob, dod"
    })
    void namesThatDoNotLookAlikeMayBeSideBySide(String one, String other) {
        lookAlikes.add(name(one));
        assertThat(lookAlikes.of(name(other))).isEmpty();
    }

    @Test
    void theSameNameIsNoLookAlike() {
        lookAlikes.add(name("Ivan"));
        assertThat(lookAlikes.of(name("IVAN"))).isEmpty();
    }

    @Test
    void ofSeveralTheOneKnownLongestIsNamed() {
        lookAlikes.add(name("Evel"));
        lookAlikes.add(name("EveI")); // a capital i
        assertThat(lookAlikes.of(name("eve1"))).first().isEqualTo(name("evel"));
        lookAlikes.remove(name("evel"));
        assertThat(lookAlikes.of(name("eve1"))).contains(name("evei"));
        lookAlikes.remove(name("EveI"));
        assertThat(lookAlikes.of(name("eve1"))).isEmpty();
    }

    @Test
    void aNameIsForgottenWhetherItWasAskedForOrNot() {
        lookAlikes.add(name("bob"));
        lookAlikes.remove(name("bob"));
        assertThat(lookAlikes.of(name("b0b"))).isEmpty();
        lookAlikes.add(name("bob"));
        assertThat(lookAlikes.of(name("b0b"))).isNotEmpty();
        lookAlikes.remove(name("bob"));
        assertThat(lookAlikes.of(name("b0b"))).isEmpty();
    }
}
