package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadThreadTest {

    private final List<Integer> ends = Collections.synchronizedList(new ArrayList<>());

    @Test
    void anErrorThatNobodyHasCaughtEndsTheProcess() throws Exception {
        die(
                Thread.ofPlatform(),
                () -> {
                    throw new NoClassDefFoundError("as asked");
                });
        assertThat(ends).containsExactly(1);
    }

    @Test
    void anExceptionThatNobodyHasCaughtDoesNot() throws Exception {
        die(
                Thread.ofPlatform(),
                () -> {
                    throw new IllegalStateException("as asked");
                });
        assertThat(ends).isEmpty();
    }

    @Test
    void whatHappensToTheThreadOfOneClientConcernsNobodyElse() throws Exception {
        die(
                Thread.ofVirtual(),
                () -> {
                    throw new StackOverflowError("as asked");
                });
        assertThat(ends).isEmpty();
    }

    private void die(Thread.Builder kind, Runnable how) throws InterruptedException {
        var thread = kind.name("unlucky").unstarted(how);
        thread.setUncaughtExceptionHandler(new DeadThread(ends::add));
        thread.start();
        thread.join();
    }
}
