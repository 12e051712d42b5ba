package veche.chat;

import java.time.Instant;
import java.util.Optional;
import veche.event.Text;
import veche.name.ChannelName;

/// That nobody may be in a channel of a certain name.
///
/// @param by the operator who set it
/// @param since when it was set
/// @param why what those are told who want to come in
public record Purge(ChannelName channel, String by, Instant since, Optional<Text> why) {}
