package veche.console;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An operator at the other end of the control socket. One that leaves in the middle of a command
/// does not keep it from being carried out.
final class ControlDesk implements Desk {

    private static final Logger log = LoggerFactory.getLogger(ControlDesk.class);

    private final FrameChannel channel;
    private final Frame.Run run;

    ControlDesk(FrameChannel channel, Frame.Run run) {
        this.channel = channel;
        this.run = run;
    }

    @Override
    public void out(String text) {
        tell(new Frame.Out(text));
    }

    @Override
    public void err(String text) {
        tell(new Frame.Err(text));
    }

    private void tell(Frame frame) {
        try {
            channel.write(frame);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a control client has left early");
        }
    }

    @Override
    public boolean asks() {
        return run.asks();
    }

    @Override
    public Optional<String> ask(String question, boolean hidden) {
        tell(new Frame.Ask(question, hidden));
        try {
            return channel.read().orElse(null) instanceof Frame.Answer(var text)
                    ? text
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The operator interrupts by leaving. Until then they say nothing, so somebody else can listen
    /// for it.
    @Override
    public Stream stream(Runnable interruption) {
        Thread.ofVirtual().name("control client listener").start(() -> await(interruption));
        return () -> {};
    }

    private void await(Runnable interruption) {
        try {
            while (channel.read().isPresent()) {
                log.atDebug().log("a control client speaks out of turn");
            }
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a control client has left");
        }
        interruption.run();
    }

    @Override
    public int width() {
        return run.width();
    }

    @Override
    public String prefix() {
        return "veche ctl ";
    }

    @Override
    public String name() {
        return "control socket";
    }
}
