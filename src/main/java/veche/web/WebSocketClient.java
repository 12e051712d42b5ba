package veche.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import veche.net.Arrival;
import veche.net.Reason;

/// A client that speaks IRC in WebSocket messages. Jetty tells it of one thing after the other.
final class WebSocketClient implements FrameHandler {

    /// The longest message, in bytes. Who sends a line that is too long for IRC is told so and may
    /// stay; this is for those who send without end.
    static final int LONGEST = 65_536;

    private final Chat chat;
    private final Caller caller;
    private final String site;
    private final byte kind;
    private final Incoming incoming = new Incoming();
    private final Utf8Check utf8 = new Utf8Check();
    private @Nullable CoreSession session;
    private boolean isText;
    private int length;

    /// @param caller who it is
    /// @param site by what it reaches us, as it stands before a path
    /// @param kind what messages are sent to it, as an opcode
    WebSocketClient(Chat chat, Caller caller, String site, byte kind) {
        this.chat = chat;
        this.caller = caller;
        this.site = site;
        this.kind = kind;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        callback.succeeded();
        var transport = new WebSocketTransport(opened, incoming, kind, caller.secure(), site);
        var port = ((InetSocketAddress) opened.getLocalAddress()).getPort();
        var arrival = new Arrival(Chat.PROTOCOL, caller.address(), port, transport);
        chat.connections()
                .serve(arrival, chat.service(), () -> chat.phase().get().refusal())
                .ifPresent(reason -> turnAway(transport, reason));
        opened.demand();
    }

    private void turnAway(WebSocketTransport transport, Reason reason) {
        incoming.stop();
        try {
            transport.write(ByteBuffer.wrap(chat.service().refusal(reason)));
        } catch (IOException e) {
            // The client has left before anything began.
        }
        end(CloseStatus.TRY_AGAIN_LATER, "try again later");
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.BINARY -> {
                isText = frame.getOpCode() == OpCode.TEXT;
                length = 0;
                take(frame, callback);
            }
            case OpCode.CONTINUATION -> take(frame, callback);
            case OpCode.CLOSE -> {
                incoming.left();
                // Jetty answers it then.
                callback.succeeded();
            }
            case OpCode.PING -> answer(frame, callback);
            default -> goOn(callback);
        }
    }

    /// Nothing more is read until the answer is sent, so that whoever asks without end and reads
    /// nothing fills nothing.
    private void answer(Frame ping, Callback callback) {
        var bytes = ByteBuffer.allocate(ping.getPayloadLength()).put(ping.getPayload()).flip();
        var sent = Callback.from(() -> goOn(callback), callback::failed);
        session().sendFrame(new Frame(OpCode.PONG, bytes), sent, false);
    }

    private void goOn(Callback callback) {
        callback.succeeded();
        session().demand();
    }

    private void take(Frame frame, Callback callback) {
        var bytes = frame.getPayload();
        length += bytes.remaining();
        if (length > LONGEST) {
            refuse(callback, CloseStatus.MESSAGE_TOO_LARGE, "at most " + LONGEST + " bytes");
        } else if (isText && !utf8.goesOn(bytes.slice(), frame.isFin())) {
            // RFC 6455, section 8.1
            refuse(callback, CloseStatus.BAD_PAYLOAD, "text is not UTF-8");
        } else {
            incoming.put(bytes, frame.isFin(), () -> goOn(callback));
        }
    }

    /// The client's thread is told last, since it would say goodbye in its own way.
    private void refuse(Callback callback, int status, String why) {
        end(status, why);
        incoming.left();
        goOn(callback);
    }

    private void end(int status, String why) {
        session().close(status, why, Callback.NOOP);
    }

    private CoreSession session() {
        return Objects.requireNonNull(session, "it has not opened");
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        incoming.fail(cause);
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        incoming.closed();
        callback.succeeded();
    }
}
