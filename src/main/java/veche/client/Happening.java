package veche.client;

import java.time.Instant;
import java.util.List;

/// What somebody who looks on is shown. `here` says whether it is in the conversation that is
/// looked at.
sealed interface Happening {

    record Spoke(Said said, boolean here) implements Happening {}

    record Came(String place, String by, Instant time, boolean here) implements Happening {}

    record Left(String place, String by, String reason, Instant time, boolean here)
            implements Happening {}

    record Quit(String by, String reason, Instant time, boolean here) implements Happening {}

    record Kicked(String place, String by, String whom, String reason, Instant time)
            implements Happening {}

    record Renamed(String from, String to, Instant time) implements Happening {}

    record TopicSet(String place, String by, String topic, Instant time, boolean here)
            implements Happening {}

    /// A message was deleted.
    ///
    /// @param whose who had said it; empty if that is not known
    /// @param time when it had been said, if that is known
    record Redacted(String place, String by, String id, String whose, Instant time)
            implements Happening {}

    record Absent(String by, boolean away, String reason, Instant time, boolean here)
            implements Happening {}

    /// Something that was searched for.
    record Found(Said said) implements Happening {}

    /// Something that waits to be sent until the server is back.
    record Waits(String place, String text) implements Happening {}

    /// Another conversation is looked at.
    record Turned(String place, String topic) implements Happening {}

    /// A line between what was seen and what is new.
    record NewFrom(String place) implements Happening {}

    /// A word of the client's own.
    ///
    /// @param code a key of the bundle `veche.client.phrases`
    record Told(String code, List<Object> arguments) implements Happening {
        static Told of(String code, Object... arguments) {
            return new Told(code, List.of(arguments));
        }
    }

    /// How a command is used.
    record Help(String command) implements Happening {}

    /// A line of an answer, in the server's words.
    record Answer(String text) implements Happening {}
}
