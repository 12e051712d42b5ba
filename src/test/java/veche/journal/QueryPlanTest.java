package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static veche.journal.Scribe.author;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.event.Author;
import veche.event.Conversation;
import veche.name.CaseMapping;
import veche.name.ChannelName;

/// How SQLite goes about what it is asked: no question gets slower as the journal grows.
class QueryPlanTest {

    private static final long END = 9;
    private static final Author ANN = author(7, "ann");

    @TempDir Path folder;

    private final Unindexed unindexed = new Unindexed();

    private Path file() {
        return folder.resolve("veche.db");
    }

    /// A plan per question, of which every line is a step.
    private List<String> plans() throws Exception {
        var plans = new ArrayList<String>();
        try (var reader = new SqliteReader(file(), CaseMapping.PRECIS, unindexed);
                var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            var tea = reader.statements().number("SELECT id FROM conversation WHERE key = '#tea'");
            unindexed.add(tea, 1);
            unindexed.settle(END);
            askEverything(reader);
            for (var sql : reader.statements().asked()) {
                var plan = new StringBuilder(sql).append('\n');
                try (var steps = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
                    while (steps.next()) {
                        plan.append("> ").append(steps.getString("detail")).append('\n');
                    }
                }
                plans.add(plan.toString());
            }
        }
        return plans;
    }

    private static void askEverything(SqliteReader reader) throws SQLException {
        var tea = new Conversation.InChannel(new ChannelName("#tea"));
        for (var scope : Scope.values()) {
            reader.conversations().latest(tea, scope, 0, END, 5);
            reader.conversations().earliest(tea, scope, 0, END, 5);
        }
        reader.conversations().count(tea, 0, END);
        reader.conversations().correspondents(ANN.person(), 0);
        reader.find(1);
        reader.positionAt(Instant.EPOCH);
        reader.messagesAfter(0, 10);
        reader.forgottenAfter(0, 10);
        reader.replay(_ -> {});
    }

    @Test
    void everyQuestionButTheFirstReadsOnlyWhatItAnswers() throws Exception {
        try (var journal = SqliteJournal.open(file(), CaseMapping.PRECIS)) {
            journal.append(EveryEvent.of(new Scribe()));
            var plans = plans();
            assertThat(plans)
                    .hasSizeGreaterThan(9)
                    .filteredOn(plan -> !plan.contains("FROM fact"))
                    .noneMatch(plan -> plan.contains("> SCAN message"))
                    .noneMatch(plan -> plan.contains("> SCAN event"))
                    .noneMatch(plan -> plan.contains("> SCAN happening"))
                    .noneMatch(plan -> plan.contains("> SCAN conversation"))
                    .filteredOn(plan -> !plan.contains("AS other"))
                    .noneMatch(plan -> plan.contains("TEMP B-TREE"));
        }
    }

    @Test
    void whatIsToldAtTheStartIsFactsAndWhatWasSentLast() throws Exception {
        try (var journal = SqliteJournal.open(file(), CaseMapping.PRECIS)) {
            journal.append(EveryEvent.of(new Scribe()));
            assertThat(plans())
                    .filteredOn(plan -> plan.contains("FROM fact"))
                    .singleElement()
                    .asString()
                    .contains("> SCAN fact")
                    .doesNotContain("SCAN message")
                    .doesNotContain("SCAN event");
        }
    }
}
