package veche.irc;

import java.time.ZoneId;
import veche.config.Accounts;
import veche.config.Channels;
import veche.config.History;
import veche.config.Irc;
import veche.config.IrcOperators;
import veche.config.Limits;
import veche.config.Privacy;
import veche.config.Site;
import veche.language.Language;

/// What the operator chose for IRC clients.
///
/// @param language of those who have not chosen one
/// @param zone in which times are shown to clients that cannot show them by themselves
public record Settings(
        Language language,
        ZoneId zone,
        Site server,
        Irc irc,
        Accounts accounts,
        Channels channels,
        History history,
        Limits limits,
        Privacy privacy,
        IrcOperators operators) {}
