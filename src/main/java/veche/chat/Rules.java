package veche.chat;

import veche.name.ChannelName;

/// What the operator lets people do.
///
/// @param first the channel that newcomers find themselves in
/// @param openRegistration whether anybody may register, or only the operator makes accounts
/// @param pipeline how many commands of one session may be on their way at once; at least 1
public record Rules(ChannelName first, boolean openRegistration, int pipeline) {}
