package veche.client;

import java.util.List;

/// What belongs together: https://ircv3.net/specs/extensions/batch
///
/// @param type such as `chathistory`; empty for a single line
/// @param parameters what follows the type
/// @param label that of the command which it answers; empty if it has none
/// @param lines in order
record Batch(String type, List<String> parameters, String label, List<Incoming> lines) {}
