package veche.irc;

import java.util.function.Consumer;

/// Where what operators of IRC want is done, if it is more than IRC: the console of the server.
@FunctionalInterface
public interface Office {

    /// Runs a command of the console, to its end. Never throws because of what is in the line.
    ///
    /// @param operator who asks, by their name in the settings
    /// @param answer takes each line of what they are told
    void run(String operator, String line, Consumer<String> answer);
}
