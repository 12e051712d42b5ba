package veche.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Veche this is. The build writes it down.
final class Version {

    private Version() {}

    /// As in `pom.xml`.
    static String number() {
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
