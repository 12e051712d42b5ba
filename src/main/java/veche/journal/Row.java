package veche.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// An event as columns of a table. A table has those columns that its events need.
final class Row {

    /// Which event it is. In a table it is its name in lower case, and so it stays once it has been
    /// written.
    enum Kind {
        SAID,
        TOLD,
        TOPIC,
        JOINED,
        PARTED,
        ARRIVED,
        LEFT,
        REGISTERED,
        CREDENTIAL,
        LANGUAGE,
        REMOVED,
        CLEARED,
        ANNOUNCED
    }

    final Kind kind;
    @Nullable Long account;
    @Nullable String name;
    @Nullable Long toAccount;
    @Nullable String toName;
    @Nullable String channel;
    @Nullable String text;
    @Nullable String detail;
    @Nullable Long number;

    private Row(Kind kind) {
        this.kind = kind;
    }

    static Row of(Event event) {
        return switch (event) {
            case Event.Said(var channel, var by, var manner, var text) ->
                    new Row(Kind.SAID).by(by).in(channel).manner(manner).text(text.value());
            case Event.Told(var by, var to, var manner, var text) ->
                    new Row(Kind.TOLD).by(by).to(to).manner(manner).text(text.value());
            case Event.TopicSet(var channel, var by, var topic) ->
                    new Row(Kind.TOPIC)
                            .by(by)
                            .in(channel)
                            .text(topic.map(Text::value).orElse(null));
            case Event.Joined(var channel, var by) -> new Row(Kind.JOINED).by(by).in(channel);
            case Event.Parted(var channel, var by) -> new Row(Kind.PARTED).by(by).in(channel);
            case Event.Arrived(var by) -> new Row(Kind.ARRIVED).by(by);
            case Event.Left(var by, var seen, var reason) ->
                    new Row(Kind.LEFT).by(by).number(seen).detail(lowerCase(reason));
            case Event.Registered(var author) -> new Row(Kind.REGISTERED).by(author);
            case Event.CredentialSet(var account, var credential) ->
                    new Row(Kind.CREDENTIAL).account(account).text(credential.secret());
            case Event.LanguageChosen(var account, var language) ->
                    new Row(Kind.LANGUAGE).account(account).detail(language.tag());
            case Event.AccountRemoved(var author) -> new Row(Kind.REMOVED).by(author);
            case Event.AccountsCleared(var accounts) -> new Row(Kind.CLEARED).number(accounts);
            case Event.Announced(var text) -> new Row(Kind.ANNOUNCED).text(text.value());
        };
    }

    Event event() {
        return switch (kind) {
            case SAID -> new Event.Said(channel(), by(), manner(), text());
            case TOLD -> new Event.Told(by(), to(), manner(), text());
            case TOPIC ->
                    new Event.TopicSet(channel(), by(), Optional.ofNullable(text).map(Text::new));
            case JOINED -> new Event.Joined(channel(), by());
            case PARTED -> new Event.Parted(channel(), by());
            case ARRIVED -> new Event.Arrived(by());
            case LEFT ->
                    new Event.Left(
                            by(), present(number), Reason.valueOf(upperCase(present(detail))));
            case REGISTERED -> new Event.Registered(by());
            case CREDENTIAL -> new Event.CredentialSet(account(), new Credential(present(text)));
            case LANGUAGE ->
                    new Event.LanguageChosen(
                            account(), Language.parse(present(detail)).orElseThrow());
            case REMOVED -> new Event.AccountRemoved(by());
            case CLEARED -> new Event.AccountsCleared(Math.toIntExact(present(number)));
            case ANNOUNCED -> new Event.Announced(text());
        };
    }

    static Row read(ResultSet columns) throws SQLException {
        var row = new Row(Kind.valueOf(upperCase(columns.getString("kind"))));
        row.account = number(columns, "account");
        row.name = columns.getString("name");
        row.toAccount = number(columns, "to_account");
        row.toName = columns.getString("to_name");
        row.channel = columns.getString("channel");
        row.text = columns.getString("text");
        row.detail = columns.getString("detail");
        row.number = number(columns, "number");
        return row;
    }

    private static @Nullable Long number(ResultSet columns, String column) throws SQLException {
        var value = columns.getLong(column);
        return columns.wasNull() ? null : value;
    }

    String kind() {
        return lowerCase(kind);
    }

    private Row by(Author author) {
        name = author.name().text();
        return account(author.account());
    }

    private Author by() {
        return new Author(account(), new Nickname(present(name)));
    }

    private Row account(PersonId id) {
        account = id.value();
        return this;
    }

    private PersonId account() {
        return new PersonId(present(account));
    }

    private Row to(Author author) {
        toAccount = author.account().value();
        toName = author.name().text();
        return this;
    }

    private Author to() {
        return new Author(new PersonId(present(toAccount)), new Nickname(present(toName)));
    }

    private Row in(ChannelName where) {
        channel = where.text();
        return this;
    }

    private ChannelName channel() {
        return new ChannelName(present(channel));
    }

    /// Plain speech is by far the most common, and takes no space.
    private Row manner(Manner manner) {
        return detail(manner == Manner.SPEECH ? null : lowerCase(manner));
    }

    private Manner manner() {
        return detail == null ? Manner.SPEECH : Manner.valueOf(upperCase(detail));
    }

    private Row text(@Nullable String value) {
        text = value;
        return this;
    }

    private Text text() {
        return new Text(present(text));
    }

    private Row detail(@Nullable String value) {
        detail = value;
        return this;
    }

    private Row number(long value) {
        number = value;
        return this;
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a column of the journal is empty");
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
