package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// There is one order: what anybody sees, and what the history has, agree.
class OrderTest {

    private static final int PEOPLE = 8;
    private static final int LINES = 150;

    @Test
    void everyoneSeesTheSameOrderAndTheHistoryHasIt() throws Exception {
        try (var server = ChatServer.start();
                var reader = Client.arrive(server.address(), "reader", Chat.PASSWORD);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = new ArrayList<Client>();
            for (var i = 0; i < PEOPLE; i++) {
                people.add(Client.arrive(server.address(), name(i), Chat.PASSWORD));
            }
            var seen = new ArrayList<Callable<List<String>>>();
            for (var i = 0; i < PEOPLE; i++) {
                var who = i;
                seen.add(() -> talk(people.get(who), name(who)));
            }
            var stories = new ArrayList<List<String>>();
            for (var story : threads.invokeAll(seen)) {
                stories.add(story.get());
            }

            reader.send("/history 1000");
            reader.readUntil("*** The last 1,000 messages");
            var history = said(reader.readUntil("*** Now:"));
            assertThat(history).hasSize(1000);
            for (var i = 0; i < PEOPLE; i++) {
                var mine = name(i) + ": ";
                var others = history.stream().filter(line -> !line.startsWith(mine)).toList();
                var story = stories.get(i);
                assertThat(story).hasSize((PEOPLE - 1) * LINES);
                assertThat(story.subList(story.size() - others.size(), story.size()))
                        .as("what %s saw", name(i))
                        .isEqualTo(others);
            }
            for (var person : people) {
                person.close();
            }
        }
    }

    /// Says everything, and reads until everyone else has said everything.
    private static List<String> talk(Client client, String name) throws IOException {
        for (var i = 1; i <= LINES; i++) {
            client.send("line " + i);
        }
        var heard = new ArrayList<String>();
        while (heard.size() < (PEOPLE - 1) * LINES) {
            var line = Client.withoutTime(client.readLine());
            if (isSaid(line)) {
                assertThat(line).doesNotStartWith(name + ": ");
                heard.add(line);
            }
        }
        return heard;
    }

    private static List<String> said(List<String> lines) {
        return lines.stream().filter(OrderTest::isSaid).toList();
    }

    private static boolean isSaid(String line) {
        return line.matches("person\\d: line \\d+");
    }

    private static String name(int person) {
        return "person" + person;
    }
}
