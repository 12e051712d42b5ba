package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// People who all talk at once, as fast as they can, while their server comes to its end, round
/// after round; and what has to be true each time, however it ends.
final class Storm {

    /// How much each of them says in a round, if the server lasts so long.
    static final int MOST = 600;

    /// Much more is shown on return than is said in one round.
    static final String SETTINGS = "[history]\nmissed = 10000\n";

    private static final List<String> TALKERS = List.of("ann", "bob", "Вася", "dan");
    private static final List<String> LISTENERS = List.of("eve", "fay", "Глеб");

    private final Path data;
    private final Path scratch;
    private int round;
    private List<Witness> people = List.of();

    /// Everything that was ever said, and of it what was said in the last round.
    private List<String> journal = List.of();

    private List<String> said = List.of();

    /// @param folder of the server, in which there is room for something else
    Storm(Path folder) {
        this.data = Launcher.data(folder);
        this.scratch = folder.resolve("scratch");
    }

    /// Everyone comes, and those who were here before are shown what they have missed.
    void gather(InetSocketAddress address) throws IOException {
        var earlier = people;
        var now = new ArrayList<Witness>();
        for (var name : TALKERS) {
            now.add(Witness.arrive(address, name));
        }
        for (var name : LISTENERS) {
            now.add(Witness.arrive(address, name));
        }
        people = now;
        for (var i = 0; i < earlier.size(); i++) {
            requireNothingMissed(earlier.get(i), now.get(i));
        }
        assertThat(people.getLast().history(1000)).as(where()).isEqualTo(latest(1000));
    }

    /// Everyone talks or listens, and in the midst of it the end comes.
    ///
    /// @param after how many messages one of them has heard when it comes, at most [#MOST]
    void rage(int after, Runnable end) {
        round++;
        for (var witness : people) {
            var isLast = witness == people.getLast();
            witness.listen(count -> {
                if (isLast && count == after) {
                    end.run();
                }
            });
        }
        people.stream()
                .filter(witness -> TALKERS.contains(witness.name()))
                .forEach(witness -> witness.talk(round, MOST));
    }

    /// The server has ended: nobody has been shown what is not kept, or in another order.
    void settle() throws IOException, SQLException, InterruptedException {
        for (var witness : people) {
            witness.awaitEnd();
        }
        var before = journal;
        journal = Chronicle.read(data, scratch);
        assertThat(journal.stream().limit(before.size())).as(where()).isEqualTo(before);
        assertThat(new HashSet<>(journal)).as("no message twice").hasSameSizeAs(journal);
        said = journal.subList(before.size(), journal.size());
        for (var witness : people) {
            requireNoGap(witness);
            // Nobody hears themselves. Everyone else's messages come in the order of the journal.
            assertThat(ofOthers(witness).stream().limit(witness.heard().size()))
                    .as("what %s heard, %s", witness.name(), where())
                    .isEqualTo(witness.heard());
        }
    }

    List<Witness> people() {
        return people;
    }

    /// What somebody said is kept in the order in which they said it, up to where the end came.
    private void requireNoGap(Witness witness) {
        var own = said.stream().filter(message -> isOf(witness, message)).toList();
        assertThat(own)
                .as("what %s said, %s", witness.name(), where())
                .isEqualTo(
                        IntStream.rangeClosed(1, own.size())
                                .mapToObj(i -> witness.name() + ": " + round + "/" + i)
                                .toList());
    }

    private void requireNothingMissed(Witness before, Witness now) {
        assertThat(now.shown())
                .as("what %s was shown on return, %s", now.name(), where())
                .isEqualTo(latest(now.shown().size()));
        var others = ofOthers(before);
        assertThat(new HashSet<>(now.shown()))
                .as("what %s was shown on return, %s", now.name(), where())
                .containsAll(others.subList(before.heard().size(), others.size()));
    }

    private List<String> latest(int limit) {
        return journal.subList(Math.max(0, journal.size() - limit), journal.size());
    }

    private List<String> ofOthers(Witness witness) {
        return said.stream().filter(message -> !isOf(witness, message)).toList();
    }

    private static boolean isOf(Witness witness, String message) {
        return message.startsWith(witness.name() + ": ");
    }

    private String where() {
        return "round " + round + ", data in " + data;
    }
}
