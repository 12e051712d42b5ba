package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import veche.account.Account;
import veche.chat.Channel;
import veche.chat.Command;
import veche.chat.Person;
import veche.config.Privilege;
import veche.event.Refusal;
import veche.event.Refused;
import veche.name.ServiceName;
import veche.wire.Message;
import veche.wire.Pieces;

/// Something that a client asks a service for, and how it is answered: in notices, which no program
/// answers again. Belongs to the client's own thread.
///
/// @param words what stands behind the command
record Query(Client client, ServiceName service, List<String> words) {

    /// The longest line of an answer, in bytes of UTF-8: it leaves room for both names.
    private static final int ROOM = 350;

    House house() {
        return client.house();
    }

    /// Whoever asks.
    Person person() throws Refused {
        return client.person();
    }

    /// The account that whoever asks is logged in to.
    Account account() throws Refused {
        return client.session().account().orElseThrow(() -> new Refused(new Refusal.NotLoggedIn()));
    }

    /// Whether whoever asks may do with every account what its owner may do.
    boolean isByOperator() {
        return Operators.may(client, Privilege.MANAGE_ACCOUNTS);
    }

    /// Whether whoever asks may do with every channel what its founder may do.
    boolean mayKeepChannels() {
        return Operators.may(client, Privilege.MANAGE_CHANNELS);
    }

    int size() {
        return words.size();
    }

    /// A word; empty if it is not there.
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /// All words from one on.
    String from(int index) {
        return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
    }

    /// The channel that a word names; if there is none of which the client may know, or in which it
    /// has a rank whenever it comes, it is told so.
    Optional<Channel> channel(int index) throws Refused, InterruptedException {
        var sight = new Sight(client);
        var me = person().author();
        var channel =
                house().names()
                        .parseChannel(word(index))
                        .flatMap(house().state().channels()::find)
                        .filter(it -> sight.sees(it) || it.due(me).isPresent());
        if (channel.isEmpty()) {
            say("no_such_channel", Texts.word(word(index)));
        }
        return channel;
    }

    /// The account that a word names; if there is none, the client is told so.
    Optional<Account> account(int index) throws InterruptedException {
        var account =
                house().names().parseNickname(word(index)).flatMap(house().hub().accounts()::named);
        if (account.isEmpty()) {
            say("no_such_account", Texts.word(word(index)));
        }
        return account;
    }

    /// Whoever is called as a word says, and is here or stays in channels; if nobody is, the client
    /// is told so.
    Optional<Person> person(int index) throws InterruptedException {
        var person =
                house().names()
                        .parseNickname(word(index))
                        .flatMap(house().state()::named)
                        .filter(People::isPresent);
        if (person.isEmpty()) {
            say("no_such_person", Texts.word(word(index)));
        }
        return person;
    }

    /// Asks the hub for something, and waits until it is done.
    void perform(Command command) throws Refused, InterruptedException {
        client.perform(command);
    }

    /// Whether the word at an index is the code by which somebody confirms what cannot be undone;
    /// if not, the client is told how to.
    ///
    /// @param what the words to write before the code
    boolean isConfirmed(int index, String warning, String what, Object... about)
            throws InterruptedException {
        var code = ConfirmationCode.of(what, about);
        if (Texts.isSame(code, word(index))) {
            return true;
        }
        say(warning, about);
        say("confirm", "/msg " + service.nickname() + " " + what + " " + code);
        return false;
    }

    String phrase(String key, Object... arguments) {
        return house().phrases().of(client).text(key, arguments);
    }

    /// Answers with a phrase, whose lines become lines of the answer.
    void say(String key, Object... arguments) throws InterruptedException {
        sayAll(List.of(phrase(key, arguments)));
    }

    /// Answers with lines. Waits while the client does not read, until it does or is let go.
    void sayAll(List<String> lines) throws InterruptedException {
        client.session().settle();
        client.output().sendAll(notices(lines));
    }

    /// Lines as they are sent.
    List<Message> notices(List<String> lines) {
        var notices = new ArrayList<Message>();
        for (var text : lines) {
            text.lines()
                    .flatMap(line -> Pieces.of(line, ROOM).stream())
                    .map(this::notice)
                    .forEach(notices::add);
        }
        return notices;
    }

    private Message notice(String line) {
        return Message.of("NOTICE", client.nick(), line)
                .withSource(Services.source(service, house().server()));
    }
}
