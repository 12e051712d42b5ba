package veche.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.file.FileName;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment | file",
                "attachment; filename=cat.png | cat.png",
                "attachment; filename=\"cat.png\" | cat.png",
                "inline;FILENAME = \"a cat.png\" ; | a cat.png",
                "attachment; filename=\"a \\\"big\\\" cat.png\" | a _big_ cat.png",
                "attachment; filename=\"a; b.png\"; size=7 | a; b.png",
                "attachment; filename*=UTF-8''%E2%82%AC.png; filename=\"EUR.png\" | €.png",
                "attachment; filename=\"EUR.png\"; filename*=utf-8'en'%e2%82%ac%20.png | € .png",
                "attachment; filename*=UTF-8''100%25.png | 100%.png",
            })
    void aNameIsReadFromTheHeader(String header, String name) throws Exception {
        assertThat(Disposition.name(header)).isEqualTo(new FileName(name));
    }

    @Test
    void utf8IsReadWhereItIsNotMeantToBe() throws Exception {
        var asJettyReadsIt = new String("чай.png".getBytes(UTF_8), ISO_8859_1);
        assertThat(Disposition.name("attachment; filename=\"" + asJettyReadsIt + "\""))
                .isEqualTo(new FileName("чай.png"));
        assertThat(Disposition.name("attachment; filename=\"caf\u00e9.png\""))
                .isEqualTo(new FileName("café.png"));
    }

    @Test
    void aFileWithoutANameIsCalledSomething() throws Exception {
        assertThat(Disposition.name(null)).isEqualTo(FileName.UNNAMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "; filename=a",
                "attachment filename=a",
                "attachment; filename",
                "attachment; filename=\"a",
                "attachment; filename=a b",
                "attachment; filename=a; filename=b",
                "attachment; filename*=a",
                "attachment; filename*=ISO-8859-1''%e9",
                "attachment; filename*=UTF-8''%e9",
                "attachment; filename*=UTF-8''%zz",
                "attachment; filename*=UTF-8''%",
                "attachment; filename=\"..\\..\\x\"",
                "attachment; filename*=UTF-8''..%2fx",
            })
    void whatIsMalformedOrHostileIsRefused(String header) {
        var declined = catchThrowableOfType(Declined.class, () -> Disposition.name(header));
        assertThat(declined.answer().status()).isEqualTo(400);
    }

    @Test
    void aNameCannotLeaveTheHeader() {
        var name = FileName.parse("a; b\" % й\u202e.png").orElseThrow();
        assertThat(Disposition.write(false, name))
                .isEqualTo(
                        "attachment; filename=\"a; b_ _ _.png\""
                                + "; filename*=UTF-8''a%3B%20b_%20%25%20%D0%B9.png");
    }
}
