package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadThreadTest {

    private final List<String> ends = Collections.synchronizedList(new ArrayList<>());
    private final DeadThread handler =
            new DeadThread(
                    new DeadThread.End() {
                        @Override
                        public void haltSoon(int status) {
                            ends.add("soon " + status);
                        }

                        @Override
                        public void exit(int status) {
                            ends.add("now " + status);
                        }
                    });

    @Test
    void anErrorThatNobodyHasCaughtEndsTheProcess() throws Exception {
        die(Thread.ofPlatform(), new NoClassDefFoundError("as asked"));
        assertThat(ends).containsExactly("soon 1", "now 1");
    }

    @Test
    void anErrorOfWhichNothingCanBeSaidEndsItAsWell() throws Exception {
        die(
                Thread.ofPlatform(),
                new LinkageError("as asked") {
                    @Override
                    public String getMessage() {
                        throw new NoClassDefFoundError("nor this");
                    }
                });
        assertThat(ends).containsExactly("soon 1", "now 1");
    }

    @Test
    void anExceptionThatNobodyHasCaughtDoesNot() throws Exception {
        die(Thread.ofPlatform(), new IllegalStateException("as asked"));
        assertThat(ends).isEmpty();
        die(Thread.ofPlatform(), new LinkageError("as asked"));
        assertThat(ends).hasSize(2);
    }

    @Test
    void whatHappensToTheThreadOfOneClientConcernsNobodyElse() throws Exception {
        die(Thread.ofVirtual(), new StackOverflowError("as asked"));
        assertThat(ends).isEmpty();
        die(Thread.ofPlatform(), new StackOverflowError("as asked"));
        assertThat(ends).hasSize(2);
    }

    private void die(Thread.Builder kind, Throwable cause) throws InterruptedException {
        var thread = kind.name("unlucky").unstarted(() -> fail(cause));
        thread.setUncaughtExceptionHandler(handler);
        thread.start();
        thread.join();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable cause) throws T {
        throw (T) cause;
    }
}
