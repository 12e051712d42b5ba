package veche.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The protocol for IRC clients.
///
/// @param listen where it is spoken; none if nowhere
/// @param tlsListen where it is spoken by TLS; none if nowhere
/// @param proxies from where proxies connect, which say first for whom (the PROXY protocol)
/// @param gateways who may say for whom they speak (WEBIRC)
/// @param sts what clients are told of TLS
/// @param password which every client has to give; empty if none has to
/// @param silence how long a client may say nothing before it is asked whether it is still there; a
///   second to an hour
/// @param patience how long it may take to answer that; a second to an hour
/// @param chathistory how many messages a client can fetch at once; 1 to 10000
/// @param metadata what people may say of themselves and of channels for programs
/// @param relay who may pass on what others say elsewhere
/// @param redaction how long after it was said people can delete what they have said; a minute to
///   36500 days, empty for ever
/// @param defaultModes what people are like when they come: `+` and letters of modes, or nothing
public record Irc(
        List<Address> listen,
        List<Address> tlsListen,
        List<Network> proxies,
        List<Gateway> gateways,
        Sts sts,
        Optional<String> password,
        Duration silence,
        Duration patience,
        int chathistory,
        MetadataLimits metadata,
        Relay relay,
        Optional<Duration> redaction,
        String defaultModes) {

    private static final Kind<String> MODES =
            Kind.text("(\\+[BRiw]+)?", Words.of("must.person-modes"));

    public Irc {
        listen = List.copyOf(listen);
        tlsListen = List.copyOf(tlsListen);
        proxies = List.copyOf(proxies);
        gateways = List.copyOf(gateways);
        var check = new Check();
        redaction.ifPresent(it ->
                check.within("redaction", it, Duration.ofMinutes(1), Duration.ofDays(36_500)));
        check.within("silence", silence, Duration.ofSeconds(1), Duration.ofHours(1))
                .within("patience", patience, Duration.ofSeconds(1), Duration.ofHours(1))
                .within("chathistory", chathistory, 1, 10_000)
                .pass();
    }

    static Irc from(Section section) {
        return new Irc(
                section.list("listen", Kind.ADDRESS),
                section.list("tls_listen", Kind.ADDRESS),
                section.list("proxies", Kind.NETWORK),
                section.list("gateways", Kind.GATEWAY),
                section.section("sts", Sts::from),
                section.read("password", Kind.TEXT.or("", Optional.empty(), Optional::of)),
                section.read("silence", Kind.TIMESPAN),
                section.read("patience", Kind.TIMESPAN),
                section.number("chathistory"),
                section.section("metadata", MetadataLimits::from),
                section.section("relay", Relay::from),
                section.read(
                        "redaction", Kind.TIMESPAN.or("forever", Optional.empty(), Optional::of)),
                section.read("default_modes", MODES));
    }
}
