package veche.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000000D, PNG",
        "89504E470D0A1A0A, PNG",
        "FFD8FFE000104A4649460001, JPEG",
        "FFD8FF, JPEG",
        "474946383961010001000000, GIF",
        "474946383761, GIF",
        "524946460A0D0A1A57454250, WEBP",
    })
    void aPictureIsKnownByItsBeginning(String hex, Picture picture) {
        assertThat(Picture.of(HexFormat.of().parseHex(hex))).contains(picture);
        assertThat(Picture.of(picture.type())).contains(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg>",
                "<!doctype html>",
                "GIF88a",
                "\u0089PNG",
                "RIFF....WAVE",
                " GIF89a",
                "BM"
            })
    void nothingElseIsOne(String beginning) {
        assertThat(Picture.of(beginning.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void svgIsNone() {
        assertThat(Picture.of(new MediaType("image/svg+xml"))).isEmpty();
    }
}
