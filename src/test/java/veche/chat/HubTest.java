package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Refusal;
import veche.event.Refused;
import veche.event.Text;
import veche.journal.FickleJournal;
import veche.name.ChannelName;

class HubTest {

    private static final Rules RULES = Rules.usual(new ChannelName("#veche"));

    @Test
    void nobodyWaitsForWhatCouldNotBeStoredWhenTheHubIsClosed() throws Exception {
        var journal = new FickleJournal();
        journal.failures.set(Integer.MAX_VALUE);
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system());
        hub.start();
        var answer = CompletableFuture.supplyAsync(() -> announce(hub));
        FickleJournal.acquire(journal.begun);
        Thread.currentThread().interrupt(); // closing is not to wait for a disk that fails
        hub.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Refusal.Failed());
    }

    private static Refusal announce(Hub hub) {
        try {
            hub.perform(new Command.Announce(new Text("hear ye")));
            throw new AssertionError("nothing can be stored");
        } catch (Refused refused) {
            return refused.refusal();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
