package veche.irc;

import java.time.ZoneId;
import veche.config.Accounts;
import veche.config.Channels;
import veche.config.History;
import veche.config.Irc;
import veche.config.Limits;
import veche.config.Privacy;
import veche.config.Site;

/// What the operator chose for IRC clients.
///
/// @param timeZone in which times are shown to clients that cannot show them by themselves
public record Settings(
        Site server,
        Irc irc,
        Accounts accounts,
        Channels channels,
        History history,
        Limits limits,
        Privacy privacy,
        ZoneId timeZone) {}
