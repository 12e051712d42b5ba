package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Event.DeviceSeen;
import veche.name.Nickname;
import veche.name.PersonId;

/// How far devices have come.
class DevicesTest {

    private static final PersonId ANN = new PersonId(1);

    private final Devices devices = new Devices();
    private long position = 100;

    @Test
    void aDeviceIsKnownUntilItIsForgotten() {
        note("phone", 7, false);
        assertThat(devices.seen(ANN, "phone")).contains(7L);
        assertThat(devices.seen(ANN, "laptop")).isEmpty();
        assertThat(devices.seen(new PersonId(2), "phone")).isEmpty();
        note("phone", 0, false);
        assertThat(devices.seen(ANN, "phone")).isEmpty();
    }

    @Test
    void itGoesWithItsAccount() {
        note("phone", 7, false);
        apply(new Event.AccountRemoved(new Author(ANN, new Nickname("ann"))));
        assertThat(devices.seen(ANN, "phone")).isEmpty();
    }

    @Test
    void whenThereAreManyTheOneThatWasNotedLongestAgoMakesRoom() {
        note("first", 7, false);
        for (var number = 2; number <= Devices.REMEMBERED; number++) {
            assertThat(devices.leastRecent(ANN)).isEmpty();
            note("device " + number, 7, false);
        }
        assertThat(devices.leastRecent(ANN)).contains("first");
        note("first", 8, true);
        assertThat(devices.leastRecent(ANN)).contains("device 2");
    }

    @Test
    void afterACrashThoseThatWereHereForAWhileHaveGotWhatWasShownAndOthersHaveNot() {
        note("away", 5, false);
        note("here", 6, true);
        var shown = position;
        note("just-come", 7, true);
        assertThat(devices.afterCrash(shown))
                .containsExactly(
                        new DeviceSeen(ANN, "here", shown, false),
                        new DeviceSeen(ANN, "just-come", 7, false));
    }

    private void note(String device, long seen, boolean here) {
        apply(new DeviceSeen(ANN, device, seen, here));
    }

    private void apply(Event event) {
        devices.apply(new Entry(++position, Instant.EPOCH, event));
    }
}
