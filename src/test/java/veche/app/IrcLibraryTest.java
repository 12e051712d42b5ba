package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.engio.mbassy.listener.Handler;
import org.junit.jupiter.api.Test;
import org.kitteh.irc.client.library.Client.Builder.Server.SecurityType;
import org.kitteh.irc.client.library.event.channel.ChannelMessageEvent;
import org.kitteh.irc.client.library.event.channel.ChannelNamesUpdatedEvent;
import org.kitteh.irc.client.library.event.connection.ClientConnectionClosedEvent;
import org.kitteh.irc.client.library.exception.KittehNagException;
import org.kitteh.irc.client.library.feature.auth.SaslPlain;
import org.kitteh.irc.client.library.feature.sending.SingleDelaySender;

/// A client that others have written, with its own view of what IRC is: the KittehIRCClientLib. See
/// docs/decisions/0012-irc-library-in-tests.md.
class IrcLibraryTest {

    private static final int PATIENCE_SECONDS = 20;

    /// What the library tells its user, in order.
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void aClientThatOthersHaveWrittenGetsAlong() throws IOException, InterruptedException {
        try (var server = ChatServer.start()) {
            var netcat = new Chat(server.address());
            netcat.scene("bob +");

            var ann = come(server);
            assertThat(next()).isEqualTo("joined #veche: [ann, bob]");
            netcat.scene("bob < *** ann joined #veche");
            ann.sendMessage("#veche", "good morning");
            netcat.scene(
                    """
                    bob < ann: good morning
                    bob > good morning, ann
                    """);
            assertThat(next()).isEqualTo("bob in #veche: good morning, ann");
            ann.sendCtcpMessage("#veche", "ACTION waves");
            netcat.scene("bob < * ann waves");
            ann.shutdown("see you");
            assertThat(next()).isEqualTo("closed");
            netcat.scene("bob < *** ann left");

            var again = come(server);
            assertThat(next()).isEqualTo("joined #veche: [ann, bob]");
            assertThat(next()).isEqualTo("ann in #veche: good morning");
            assertThat(next()).isEqualTo("bob in #veche: good morning, ann");
            netcat.scene(
                    """
                    bob < *** ann joined #veche
                    bob > welcome back
                    """);
            assertThat(next()).isEqualTo("bob in #veche: welcome back");
            again.shutdown();
            assertThat(next()).isEqualTo("closed");
            netcat.scene("bob < *** ann left");
            netcat.close();
        }
    }

    /// The owner of an account, by SASL PLAIN, who has another device, leaves and returns.
    @Test
    void whoeverLogsInMissesNothing() throws IOException, InterruptedException {
        try (var server = ChatServer.start();
                var netcat = new Chat(server.address())) {
            server.account("ann");
            netcat.scene("bob +");
            var ann = comeBySasl(server);
            assertThat(next()).isEqualTo("joined #veche: [ann, bob]");
            netcat.scene(
                    """
                    bob < *** ann is here
                    ann2 +
                    ann2 > on my phone
                    bob < ann: on my phone
                    bob > good morning
                    ann2 < bob: good morning
                    """);
            assertThat(next()).isEqualTo("ann in #veche: on my phone");
            assertThat(next()).isEqualTo("bob in #veche: good morning");
            netcat.scene("ann2 -");
            ann.shutdown("see you");
            assertThat(next()).isEqualTo("closed");
            netcat.scene("bob < *** ann left\nbob > are you there?");

            var again = comeBySasl(server);
            assertThat(next()).isEqualTo("joined #veche: [ann, bob]");
            assertThat(next()).isEqualTo("bob in #veche: are you there?");
            netcat.scene("bob < *** ann is here");
            again.sendMessage("#veche", "now I am");
            netcat.scene("bob < ann: now I am");
            again.shutdown();
            assertThat(next()).isEqualTo("closed");
            netcat.scene("bob < *** ann left");
        }
    }

    private org.kitteh.irc.client.library.Client comeBySasl(ChatServer server) {
        var client = client(server);
        client.getAuthManager().addProtocol(new SaslPlain(client, "ann", Chat.PASSWORD));
        client.connect();
        return client;
    }

    private org.kitteh.irc.client.library.Client come(ChatServer server) {
        var client = client(server);
        client.addChannel("#veche");
        client.connect();
        return client;
    }

    private org.kitteh.irc.client.library.Client client(ChatServer server) {
        var address = server.ircAddress();
        var client =
                org.kitteh.irc.client.library.Client.builder()
                        .nick("ann")
                        .user("ann")
                        .realName("Ann")
                        .server()
                        .host(address.getHostString())
                        .port(address.getPort(), SecurityType.INSECURE)
                        .then()
                        .listeners()
                        .exception(this::failed)
                        .then()
                        .management()
                        .messageSendingQueueSupplier(SingleDelaySender.getSupplier(1))
                        .then()
                        .build();
        client.getEventManager().registerEventListener(new Listener());
        return client;
    }

    /// The library also complains of connections without TLS, which this one is on purpose.
    private void failed(Exception failure) {
        if (!(failure instanceof KittehNagException)) {
            heard.add("failed: " + failure);
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /// Hears what the library has understood.
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by the library
    private final class Listener {

        @Handler
        void onJoin(ChannelNamesUpdatedEvent event) {
            var names = event.getChannel().getNicknames().stream().sorted().toList();
            heard.add("joined " + event.getChannel().getName() + ": " + names);
        }

        @Handler
        void onMessage(ChannelMessageEvent event) {
            var channel = event.getChannel().getName();
            heard.add(event.getActor().getNick() + " in " + channel + ": " + event.getMessage());
        }

        @Handler
        void onEnd(ClientConnectionClosedEvent event) {
            heard.add("closed");
        }
    }
}
