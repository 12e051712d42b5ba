package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import veche.name.CaseMapping;
import veche.name.Nickname;

class IdentityTest {

    @ParameterizedTest
    @CsvSource({
        "ann, ann, ",
        "ann@phone, ann, phone",
        "ann/phone, ann, phone",
        "ann/libera@phone, ann, phone",
        "Ёж@телефон-2, Ёж, телефон-2",
        "ann@, ann, ",
        "ann@my phone, ann, ",
        "ann@phone/home, ann, ",
        "@phone, , phone",
        "4711@phone, , phone"
    })
    void aDeviceStandsBehindTheName(String text, String name, String device) {
        var identity = Identity.parse(text, CaseMapping.PRECIS);
        assertThat(identity.name().map(Nickname::text).orElse(null)).isEqualTo(name);
        assertThat(identity.device().orElse(null)).isEqualTo(device);
    }
}
