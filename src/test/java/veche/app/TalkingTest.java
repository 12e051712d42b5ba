package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people with netcat do with each other.
class TalkingTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aNewNameIsRegisteredWithThePasswordGiven() throws IOException {
        server.chat(
                """
                ann ^
                ann ? Name:
                ann > ann
                ann ? Choose a password for the new name ann, of at least 8 characters:
                ann > correct horse
                ann < *** Welcome, ann! You are registered. Type to talk; /help shows what else.
                ann < *** There is no topic. /topic words sets one.
                ann < *** In #veche: ann
                """);
    }

    @Test
    void aKnownNameNeedsItsPassword() throws IOException {
        server.chat(
                """
                ann +
                ann -
                ann ^
                ann ? Name:
                ann > Ann
                ann ? Password:
                ann > battery staple
                ann < *** Wrong password.
                ann ? Password:
                ann > correct horse
                ann < *** Welcome back, ann! You were last here on …
                ann < *** There is no topic. …
                ann < *** In #veche: ann
                """);
    }

    @Test
    void whatAnyoneSaysReachesEveryoneElse() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                Вася +
                ann < *** Вася is here
                bob < *** Вася is here
                ann > good morning
                bob < ann: good morning
                Вася < ann: good morning
                Вася > доброе утро 👋
                ann < Вася: доброе утро 👋
                bob < Вася: доброе утро 👋
                bob > /me waves
                ann < * bob waves
                Вася < * bob waves
                """);
    }

    @Test
    void whoeverLeavesIsSeenToLeave() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                bob > /quit
                bob < *** Goodbye.
                bob !
                ann < *** bob left
                bob +
                ann < *** bob is here
                bob > exit
                bob < *** Goodbye.
                bob !
                ann < *** bob left
                """);
    }

    @Test
    void onePersonCanBeHereSeveralTimes() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                ann2 +
                ann > from here
                bob < ann: from here
                ann2 < ann: from here
                ann2 > from there
                ann < ann: from there
                bob < ann: from there
                ann2 -
                ann > still here
                bob < ann: still here
                """);
    }

    @Test
    void channelsKeepTheirTalkToThemselves() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                ann > /join #tea
                ann < *** You joined #tea, and talk there now.
                ann < *** There is no topic. …
                ann < *** In #tea: ann
                ann > anyone?
                ann > /who
                ann < *** In #tea: ann
                bob > /join tea
                ann < *** bob joined #tea
                bob < *** You joined #tea, and talk there now.
                bob < *** There is no topic. …
                bob < *** Lately in #tea:
                bob < ann: anyone?
                bob < *** In #tea: ann, bob
                bob > /join #veche
                bob < *** You are talking in #veche now.
                bob < *** There is no topic. …
                bob < *** In #veche: ann, bob
                ann > is there any left?
                bob < #tea ann: is there any left?
                bob > /part #tea
                ann < *** bob left #tea
                bob < *** You left #tea.
                ann > alone
                """);
    }

    @Test
    void aPrivateMessageReachesOnlyOnePerson() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                cyd +
                ann < *** cyd is here
                bob < *** cyd is here
                ann > /msg Bob psst
                bob < ann -> you: psst
                bob > /msg ann yes?
                ann < bob -> you: yes?
                ann > /msg nobody hello
                ann < *** There is nobody called nobody.
                """);
    }

    @Test
    void aPrivateMessageWaitsForWhoIsAway() throws IOException {
        server.chat(
                """
                bob +
                bob -
                ann +
                ann > /msg bob call me
                ann < *** bob is away, and will see it on return.
                bob ^
                bob ? Name:
                bob > bob
                bob ? Password:
                bob > correct horse
                ann < *** bob is here
                bob < *** Welcome back, bob! …
                bob < *** There is no topic. …
                bob < *** Private, since then: 1 message
                bob < ann -> you: call me
                bob < *** In #veche: ann, bob
                """);
    }

    @Test
    void aTopicIsSetShownAndRemoved() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                ann > /topic tea at five
                ann < *** The topic is set.
                bob < *** ann set the topic of #veche: tea at five
                bob > /topic
                bob < *** The topic: tea at five (set by ann)
                bob > /channels
                bob < *** There is 1 channel:
                bob < #veche  2 here, 2 members  tea at five
                bob > /topic -
                bob < *** The topic is removed.
                ann < *** bob removed the topic of #veche
                """);
    }

    @Test
    void theLanguageIsRememberedInTheAccount() throws IOException {
        server.chat(
                """
                ann +
                ann > /lang
                ann < *** Choose one: /lang en (English), /lang ru (Русский)
                ann > /lang ru
                ann < *** Теперь по-русски.
                ann > /nonsense
                ann < *** Команды /nonsense нет. …
                ann > /quit
                ann < *** До свидания.
                ann !
                ann ^
                ann ? Name:
                ann > ann
                ann ? Password:
                ann > correct horse
                ann < *** С возвращением, ann! …
                ann < *** Темы нет. /topic слова — задать тему.
                ann < *** В #veche: ann
                ann > /lang en
                ann < *** From now on in English.
                """);
    }

    @Test
    void aSlashTwiceIsSaid() throws IOException {
        server.chat(
                """
                ann +
                bob +
                ann < *** bob is here
                ann > //usr/bin is a folder
                bob < ann: /usr/bin is a folder
                ann > /usr
                ann < *** There is no /usr. /help shows what there is; to say it, write two slashes.
                ann > /join
                ann < *** Like this: /join #channel
                ann > /join #a b
                ann < *** That cannot be a channel. …
                ann > /msg bob
                ann < *** Like this: /msg name words
                """);
    }

    @Test
    void helpTellsWhatOneCanDo() throws IOException {
        server.chat(
                """
                ann +
                ann > /help who
                ann < /who                     who is in your channel
                ann > /help /nonsense
                ann < *** There is no /nonsense. …
                ann > /help
                ann < /help [command]          show what you can do
                ann < /who                     who is in your channel
                ann < /join #channel           enter a channel, or turn to one that you are in
                ann < /part [#channel]         leave a channel
                ann < /channels                what channels there are
                ann < /msg name words          tell one person, who will see it on return if away
                ann < /me words                say what you do: * ann waves
                ann < /topic [words | -]       show the topic, set it, or remove it
                ann < /history [n]             the last n messages of your channel
                ann < /search words            find what was said, in your channels and to you
                ann < /lang [en | ru]          choose your language
                ann < /password                change your password
                ann < /quit                    leave
                ann < What does not begin with a slash is said in your channel. …
                ann < exit leaves as well.
                """);
    }

    @Test
    void whatWasTypedAheadIsNotSaidAfterGoodbye() throws IOException {
        try (var server = ChatServer.start()) {
            var chat =
                    server.chat(
                            """
                            bob +
                            ann +
                            bob < *** ann is here
                            """);
            chat.person("ann").send("bye\nexit\nand another thing");
            chat.scene(
                    """
                    ann < *** Goodbye.
                    ann !
                    bob < ann: bye
                    bob < *** ann left
                    """);
        }
    }

    @Test
    void aCrowdIsNamedInPartAndCounted() throws IOException {
        var crowd = new ArrayList<Client>();
        for (var i = 100; i < 152; i++) {
            crowd.add(Client.arrive(server.address(), "person" + i, Chat.PASSWORD));
        }
        crowd.getLast().send("/who");
        crowd.getLast().expectLine("*** In #veche: person100, person101, …");
        crowd.getFirst().send("/who");
        assertThat(crowd.getFirst().readUntil("*** In #").getLast())
                .endsWith("person148, person149, … +2");
        for (var client : crowd) {
            client.close();
        }
    }
}
