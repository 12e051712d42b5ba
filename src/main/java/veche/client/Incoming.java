package veche.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import veche.wire.Message;
import veche.wire.Source;

/// A line from the server, as it stands after its batch was put together.
///
/// @param message the line, or the first one of a message of several lines
/// @param text its last parameter; for a message of several lines, all of them
record Incoming(Message message, String text) {

    static Incoming of(Message message) {
        return new Incoming(
                message, message.parameters().isEmpty() ? "" : message.parameters().getLast());
    }

    String command() {
        return message.command();
    }

    /// A parameter; empty if it is not there.
    String at(int index) {
        var parameters = message.parameters();
        return index < parameters.size() ? parameters.get(index) : "";
    }

    List<String> parameters() {
        return message.parameters();
    }

    String tag(String name) {
        return message.tags().getOrDefault(name, "");
    }

    Map<String, String> tags() {
        return message.tags();
    }

    /// What whoever it comes from is called.
    String by() {
        return Source.parse(message.source()).map(Source::nick).orElse("");
    }

    /// When it happened.
    ///
    /// @param now what is taken if the server does not say
    Instant time(Instant now) {
        return ServerTime.parse(tag("time")).orElse(now);
    }
}
