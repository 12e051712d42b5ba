package veche.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import veche.config.Config;
import veche.file.KeptFile;
import veche.irc.FileHost;
import veche.net.Connection;

/// Where clients are told to send their files. Those that have come by WebSocket send them to where
/// they have come, which is right whatever stands between them and us. For others it is `http.url`,
/// or else where we listen.
final class FileSite implements FileHost {

    /// Addresses that are none, but stand for all of them.
    private static final List<String> ANYWHERE = List.of("//0.0.0.0:", "//[0:0:0:0:0:0:0:0]:");

    private final Config config;
    private final Supplier<List<String>> listening;

    /// @param listening where HTTP is answered, as [veche.web.Web#urls]
    FileSite(Config config, Supplier<List<String>> listening) {
        this.config = config;
        this.listening = listening;
    }

    @Override
    public Optional<String> url(Connection client) {
        return config.http().files().enabled()
                ? client.site()
                        .or(config.http()::url)
                        .or(this::own)
                        .map(site -> site + KeptFile.FOLDER)
                : Optional.empty();
    }

    /// By HTTPS only if somebody vouches for the certificate: clients do not ask anybody.
    private Optional<String> own() {
        var isVouchedFor = !config.tls().certificates().isEmpty();
        var urls = listening.get();
        return isVouchedFor
                ? first(urls, "https:").or(() -> first(urls, "http:"))
                : first(urls, "http:").or(() -> first(urls, "https:"));
    }

    private static Optional<String> first(List<String> urls, String scheme) {
        for (var url : urls) {
            if (url.startsWith(scheme) && ANYWHERE.stream().noneMatch(url::contains)) {
                return Optional.of(url);
            }
        }
        return Optional.empty();
    }
}
