package veche.irc;

import veche.config.Accounts;
import veche.config.Channels;
import veche.config.History;
import veche.config.Irc;
import veche.config.Limits;
import veche.config.Privacy;
import veche.config.Site;

/// What the operator chose for IRC clients.
public record Settings(
        Site server,
        Irc irc,
        Accounts accounts,
        Channels channels,
        History history,
        Limits limits,
        Privacy privacy) {}
