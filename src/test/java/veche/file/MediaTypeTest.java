package veche.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "IMAGE/PNG, image/png",
        "'text/plain; charset=utf-8', text/plain",
        "' text/plain ;x', text/plain",
        "image/svg+xml, image/svg+xml",
    })
    void aTypeIsReadWithoutItsParameters(String sent, String type) {
        assertThat(MediaType.parse(sent).orElseThrow().text()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "image",
                "image/",
                "/png",
                "image/*",
                "*/*",
                "a/b/c",
                "a b/c",
                "a/b\r\nX: y",
                "a,b/c"
            })
    void whatIsNoneIsRefused(String sent) {
        assertThat(MediaType.parse(sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, true",
        "image/svg+xml, true",
        "application/pdf, true",
        "application/zip, false",
        "imagex/png, false",
        "text/html, false",
    })
    void aTypeIsOneOfThoseThatTheOperatorWants(String type, boolean isWanted) {
        var wanted = List.of("image/*", "application/pdf");
        assertThat(new MediaType(type).isOneOf(wanted)).isEqualTo(isWanted);
        assertThat(new MediaType(type).isOneOf(List.of("*/*"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "image/webp, image/webp, true",
        "text/plain, text/plain; charset=utf-8, true",
        "video/mp4, video/mp4, false",
        "image/svg+xml, application/octet-stream, false",
        "text/html, application/octet-stream, false",
        "application/xhtml+xml, application/octet-stream, false",
        "text/css, application/octet-stream, false",
        "text/javascript, application/octet-stream, false",
        "application/wasm, application/octet-stream, false",
    })
    void browsersAreToldNothingThatTheyMightRun(String type, String told, boolean isShown) {
        assertThat(new MediaType(type).told()).isEqualTo(told);
        assertThat(new MediaType(type).isShown()).isEqualTo(isShown);
    }
}
