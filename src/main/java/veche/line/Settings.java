package veche.line;

import java.time.ZoneId;
import veche.config.Accounts;
import veche.config.History;
import veche.config.Limits;
import veche.language.Language;

/// What the operator chose for people with netcat.
///
/// @param language of those who have not chosen one
/// @param zone in which times are shown
public record Settings(
        Language language, ZoneId zone, Accounts accounts, History history, Limits limits) {}
