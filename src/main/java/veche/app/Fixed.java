package veche.app;

import java.util.List;
import java.util.function.Function;
import veche.config.Accounts;
import veche.config.Config;
import veche.config.Site;

/// A setting that is followed from one start to the next, and does not change in between.
///
/// @param name as the operator writes it
record Fixed(String name, Function<Config, Object> value) {

    private static final List<Fixed> ALL =
            List.of(
                    new Fixed("language", Config::language),
                    new Fixed("time_zone", Config::timeZone),
                    new Fixed("data.folder", config -> config.data().folder()),
                    new Fixed("server.name", config -> config.server().name()),
                    new Fixed("names.casemapping", config -> config.names().casemapping()),
                    new Fixed("line.listen", config -> config.line().listen()),
                    new Fixed("line.proxies", config -> config.line().proxies()),
                    new Fixed("irc.listen", config -> config.irc().listen()),
                    new Fixed("irc.tls_listen", config -> config.irc().tlsListen()),
                    new Fixed("irc.proxies", config -> config.irc().proxies()),
                    new Fixed("irc.gateways", config -> config.irc().gateways()),
                    new Fixed("http.listen", config -> config.http().listen()),
                    new Fixed("http.tls_listen", config -> config.http().tlsListen()),
                    new Fixed("http.proxies", config -> config.http().proxies()),
                    new Fixed("http.origins", config -> config.http().origins()),
                    new Fixed("http.url", config -> config.http().url()),
                    new Fixed("http.files", config -> config.http().files()),
                    new Fixed("tls.certificates", config -> config.tls().certificates()),
                    new Fixed("accounts.registering", config -> config.accounts().registering()),
                    new Fixed("accounts.hashing", config -> config.accounts().hashing()),
                    new Fixed("history.keep_…", config -> config.history().retention()),
                    new Fixed("limits.connections", config -> config.limits().connections()),
                    new Fixed("limits.outbox", config -> config.limits().outbox()),
                    new Fixed("limits.pipeline", config -> config.limits().pipeline()),
                    new Fixed("limits.per_network", config -> config.limits().perNetwork()),
                    new Fixed("log", Config::log));

    /// The names of those that are different now.
    static List<String> changed(Config started, Config next) {
        return ALL.stream()
                .filter(it -> !it.value.apply(started).equals(it.value.apply(next)))
                .map(it -> it.name)
                .toList();
    }

    /// What the server is called, with what may change from the new settings.
    static Site site(Config started, Config next) {
        var site = next.server();
        return new Site(
                started.server().name(),
                site.network(),
                site.description(),
                site.administrator(),
                site.icon(),
                site.motd());
    }

    /// The rules for accounts, with what may change from the new settings.
    static Accounts accounts(Config started, Config next) {
        var accounts = next.accounts();
        return new Accounts(
                accounts.registration(),
                accounts.shortestPassword(),
                accounts.loginTries(),
                accounts.loginTime(),
                accounts.alwaysOn(),
                accounts.ownName(),
                accounts.scram(),
                accounts.requireLogin(),
                accounts.certificates(),
                started.accounts().registering(),
                started.accounts().hashing());
    }
}
