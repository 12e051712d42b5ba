package veche.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;

/// Where WebSockets come in (https://ircv3.net/specs/extensions/websocket).
///
/// A page of somebody else's may not connect: a browser would do so for whoever looks at it (RFC
/// 6455, section 10.2). Programs that are no browsers do not say where they are from, and may.
///
/// Nothing is compressed: the lines are short, and what is needed for it would cost each client a
/// hundred times what it costs otherwise.
final class WebSocketDoor implements WebSocketNegotiator {

    static final String PATH = "/ws";

    private static final Map<String, Byte> SUBPROTOCOLS =
            Map.of("text.ircv3.net", OpCode.TEXT, "binary.ircv3.net", OpCode.BINARY);

    private final Chat chat;
    private final Origins origins;

    WebSocketDoor(Chat chat) {
        this.chat = chat;
        this.origins = new Origins(chat.origins());
    }

    @Override
    public void customize(Configuration settings) {
        // Who says nothing is asked by IRC whether they are there.
        settings.setIdleTimeout(Duration.ZERO);
        settings.setAutoFragment(false);
        settings.setMaxFrameSize(WebSocketClient.LONGEST);
        // Messages pass as they come, and are measured there.
        settings.setMaxTextMessageSize(0);
        settings.setMaxBinaryMessageSize(0);
    }

    @Override
    public @Nullable FrameHandler negotiate(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            refusal.get().write(response, callback);
            return null;
        }
        response.setExtensions(List.of());
        var kind = OpCode.TEXT;
        for (var protocol : request.getSubProtocols()) {
            var known = SUBPROTOCOLS.get(protocol);
            if (known != null) {
                response.setAcceptedSubProtocol(protocol);
                kind = known;
                break;
            }
        }
        var caller = Caller.of(request, chat.proxies());
        return new WebSocketClient(chat, caller, caller.site(request), kind);
    }

    /// What is answered to a request that is none for a WebSocket.
    static Answer explanation() {
        return Answer.refusal(426, "IRC over WebSocket is spoken here");
    }

    private Optional<Answer> refusal(ServerUpgradeRequest request) {
        var origin = Origins.of(request);
        if (origin.isPresent() && !origins.admit(origin.get(), request)) {
            return Optional.of(
                    Answer.refusal(
                            403, "pages of " + origin.get() + " may not connect: http.origins"));
        }
        var phase = chat.phase().get();
        return phase == Phase.SERVING
                ? Optional.empty()
                : Optional.of(Answer.unavailable(phase.word()));
    }
}
