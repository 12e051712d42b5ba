package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people and channels are like from the start, if the operator says so.
class IrcDefaultsTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server =
                ChatServer.start(
                        """
                        [server]
                        icon = "https://example.org/icon.svg?size=1"
                        [irc]
                        default_modes = "+wi"
                        [channels]
                        default_modes = "+nst"
                        """);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://modern.ircdocs.horse/#user-modes
    @Test
    void whoeverComesIsToldWhatTheyAreLike() throws IOException {
        server.irc(
                """
                ann ^
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann ~ 376 …
                ann < :ann!…@… MODE ann +iw
                ann > MODE ann
                ann < 221 ann +iw
                bob +
                bob < :bob MODE bob +iw
                bob > WHO *
                bob < 352 bob * …
                bob < 315 …
                """);
    }

    @Test
    void anotherClientOfSomebodyChangesNothing() throws IOException {
        server.account("dan");
        server.irc(
                """
                dan + login
                dan < :dan MODE dan +iw
                dan ~ 366 …
                dan > MODE dan -i
                dan < :dan MODE dan -i
                dan2 + login
                dan2 ~ 366 …
                dan > MODE dan
                dan < 221 dan +w
                """);
    }

    @Test
    void aNewChannelIsLikeTheOthers() throws IOException {
        server.irc(
                """
                ann +
                ann < :ann MODE ann +iw
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea
                ann < 324 ann #tea +nst
                ann < 329 …
                """);
    }

    /// https://ircv3.net/specs/extensions/network-icon
    @Test
    void theNetworkHasAnIcon() throws IOException {
        server.irc(
                """
                ann +
                ann < :ann MODE ann +iw
                ann > VERSION
                ann ~ 005 ann … draft/ICON=https://example.org/icon.svg?size\\x3D1 …
                """);
    }
}
