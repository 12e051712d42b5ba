package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The console for programs of operators: what `docs/protocol.md` says of CONSOLE, COMPLETE, LOGS
/// and STATUS.
class IrcConsoleTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(IrcOperatorTest.OPERATOR);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// Ann is an operator.
    private void act(String capabilities, String script) throws IOException {
        server.irc(
                """
                ann + caps: veche.chat/console %s
                ann > OPER root operpassword
                ann ~ 381 …
                """
                                .formatted(capabilities)
                        + script);
    }

    @Test
    void anAnswerHasItsOwnLinesAndAnEnd() throws IOException {
        server.account("tea");
        act(
                "",
                """
                ann > CONSOLE :accounts list
                ann < CONSOLE OUT :tea …away since …
                ann < CONSOLE DONE 0
                ann > CONSOLE :nonsense
                ann < CONSOLE OUT :There is no command nonsense…
                ann ~ CONSOLE DONE 2
                ann > CONSOLE :logs --follow
                ann < CONSOLE OUT :That has no end, and could not be interrupted here.
                ann < CONSOLE DONE 1
                """);
    }

    @Test
    void whatWouldBeAskedIsAnsweredByAnOption() throws IOException {
        server.account("tea");
        act(
                "",
                """
                ann > CONSOLE :accounts remove tea
                ann < CONSOLE OUT :This needs to be confirmed, and nobody can be asked here. Add --yes to the command.
                ann < CONSOLE DONE …
                ann > CONSOLE :accounts password tea
                ann < CONSOLE OUT :…--generate…
                ann < CONSOLE DONE …
                ann > CONSOLE :accounts password tea --generate
                ann < CONSOLE OUT :…
                ann < CONSOLE OUT :The password is: …
                ann < CONSOLE DONE 0
                ann > CONSOLE :accounts clear
                ann < CONSOLE OUT :…--yes…
                ann < CONSOLE DONE …
                ann > CONSOLE :accounts clear --yes
                ann < CONSOLE OUT :…
                ann ~ CONSOLE DONE 0
                """);
    }

    @Test
    void aLabelledAnswerIsABatch() throws IOException {
        act(
                "labeled-response batch",
                """
                ann > @label=1 CONSOLE :accounts list
                ann < @label=1 BATCH +<batch> labeled-response
                ann < @batch=<batch> CONSOLE OUT :There are no accounts.
                ann < @batch=<batch> CONSOLE DONE 0
                ann < BATCH -<batch>
                """);
    }

    @Test
    void aLineIsCompleted() throws IOException {
        act(
                "batch",
                """
                ann > COMPLETE :acc
                ann < BATCH +<one> veche.chat/completions
                ann < @batch=<one> COMPLETE ENTRY 0 accounts
                ann < BATCH -<one>
                ann > COMPLETE :accounts re
                ann < BATCH +<two> veche.chat/completions
                ann < @batch=<two> COMPLETE ENTRY 9 remove
                ann < @batch=<two> COMPLETE ENTRY 9 restore
                ann < @batch=<two> COMPLETE ENTRY 9 revoke
                ann < BATCH -<two>
                ann > COMPLETE :accounts clear --y
                ann < BATCH +<three> veche.chat/completions
                ann < @batch=<three> COMPLETE ENTRY 15 --yes
                ann < BATCH -<three>
                ann > COMPLETE :say "no
                ann < BATCH +<four> veche.chat/completions
                ann < BATCH -<four>
                """);
    }

    @Test
    void theLogIsShownAsItIsWritten() throws IOException {
        act(
                "",
                """
                ann > LOGS FOLLOW INFO :came in nickname=bob
                ann < LOGS FOLLOWING
                bob +
                ann ~ LOGS ENTRY INFO … Registration :came in nickname=bob …
                ann > LOGS STOP
                ann < LOGS STOPPED
                bob -
                bob +
                ann > LOGS FOLLOW loud
                ann < FAIL LOGS INVALID_PARAMS loud :That is no level
                ann > LOGS
                ann < 461 …
                ann > LOGS EAT
                ann < FAIL LOGS INVALID_PARAMS :Invalid parameters
                """);
    }

    @Test
    void whoeverIsNoOperatorAnyMoreIsShownNothing() throws IOException {
        act(
                "",
                """
                ann > LOGS FOLLOW * :came in nickname=bob
                ann < LOGS FOLLOWING
                ann > MODE ann -o
                ann < :ann MODE ann -o
                bob +
                ann > LOGS STOP
                ann < 481 ann :Permission Denied- You're not an IRC operator
                """);
    }

    @Test
    void figuresAreJson() throws IOException {
        act(
                "",
                """
                ann > STATUS
                ann < STATUS FIGURES :{"version":"…","uptime":…
                ann > PING end
                ann ~ PONG … end
                """);
    }

    @Test
    void othersSeeNothingOfIt() throws IOException {
        server.irc(
                """
                bob + caps: veche.chat/console
                bob > CONSOLE status
                bob < 481 …
                bob > COMPLETE :acc
                bob < 481 …
                bob > LOGS FOLLOW
                bob < 481 …
                bob > STATUS
                bob < 481 …
                """);
    }
}
