package veche.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Manner;
import veche.event.Tags;
import veche.event.Text;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.KnownNames;
import veche.name.Nickname;
import veche.name.PersonId;

/// The columns of a table that an event fills. A table has those columns that its events need;
/// which event fills which is the [Translation].
///
/// History remembers the account, not the visit: whoever was logged in to an account while they
/// were called something else comes back as the owner of the account, called so.
final class Row {

    /// Which event it is. In a table it is its name in lower case, and so it stays once it has been
    /// written.
    enum Kind {
        SAID,
        TOLD,
        TOPIC,
        REACTED,
        WITHDRAWN,
        SAID_TO_RANK,
        REDACTED,
        MADE,
        CLOSED,
        FOUNDED,
        RELEASED,
        ACCESS,
        JOINED,
        PARTED,
        KICKED,
        MODE,
        ARRIVED,
        LEFT,
        RENAMED,
        REGISTERED,
        CREDENTIAL,
        CERTIFICATE_ADDED,
        CERTIFICATE_REMOVED,
        TOKEN_MADE,
        TOKEN_USED,
        TOKEN_REVOKED,
        LANGUAGE,
        PREFERRED,
        PERSON_METADATA,
        CHANNEL_METADATA,
        READ,
        DEVICE,
        REMOVED,
        CLEARED,
        ANNOUNCED,
        BANNED,
        UNBANNED,
        CHANNEL_RENAMED,
        PURGED,
        UNPURGED;

        private final String word = Row.word(this);
    }

    /// The login of somebody who is logged in to no account. Nothing at all means that they are
    /// called as their account is, as most are.
    private static final String GUEST = "";

    private static final String SPACE = " ";

    final Kind kind;

    /// How names are read from it. In one that is written, as the channel that it is about is.
    private KnownNames names;

    @Nullable Long account;
    @Nullable String name;
    @Nullable String login;
    @Nullable String address;
    @Nullable Long toAccount;
    @Nullable String toName;
    @Nullable String toLogin;
    @Nullable String channel;
    @Nullable String channels;
    @Nullable String text;
    @Nullable String detail;
    @Nullable Long number;
    @Nullable String tags;

    Row(Kind kind) {
        this(kind, CaseMapping.PRECIS);
    }

    private Row(Kind kind, KnownNames names) {
        this.kind = kind;
        this.names = names;
    }

    /// @param columns as [Statements] asks for them, which is always in the same order
    static Row read(ResultSet columns, KnownNames names) throws SQLException {
        var row = new Row(kind(present(Sqlite.text(columns, 3))), names);
        row.account = number(columns, 4);
        row.name = Sqlite.text(columns, 5);
        row.login = Sqlite.text(columns, 6);
        row.address = Sqlite.text(columns, 7);
        row.channel = Sqlite.text(columns, 8);
        row.toAccount = number(columns, 9);
        row.toName = Sqlite.text(columns, 10);
        row.toLogin = Sqlite.text(columns, 11);
        row.channels = Sqlite.text(columns, 12);
        row.text = Sqlite.text(columns, 13);
        row.detail = Sqlite.text(columns, 14);
        row.number = number(columns, 15);
        row.tags = Sqlite.text(columns, 16);
        return row;
    }

    private static @Nullable Long number(ResultSet columns, int column) throws SQLException {
        var value = columns.getLong(column);
        return columns.wasNull() ? null : value;
    }

    /// Most of what is read was said.
    private static Kind kind(String word) {
        return word.equals(Kind.SAID.word) ? Kind.SAID : constant(Kind.class, word);
    }

    String kind() {
        return kind.word;
    }

    Row by(Author author) {
        name = author.name().text();
        login = login(author);
        address = author.isHidden() ? null : author.address();
        return account(author.correspondent());
    }

    Author by() {
        return author(account(), present(name), login, address);
    }

    Row account(PersonId id) {
        account = id.value();
        return this;
    }

    PersonId account() {
        return new PersonId(present(account));
    }

    /// Where the other person comes from is not remembered.
    Row to(Author author) {
        toAccount = author.correspondent().value();
        toName = author.name().text();
        toLogin = login(author);
        return this;
    }

    Author to() {
        return author(new PersonId(present(toAccount)), present(toName), toLogin, null);
    }

    private static @Nullable String login(Author author) {
        var account = author.login().map(it -> it.name().text()).orElse(GUEST);
        return account.equals(author.name().text()) ? null : account;
    }

    private Author author(
            PersonId id, String name, @Nullable String login, @Nullable String address) {
        var nickname = names.nickname(name);
        var account =
                switch (login) {
                    case null -> Optional.of(new Author.Login(id, nickname));
                    case GUEST -> Optional.<Author.Login>empty();
                    default -> Optional.of(new Author.Login(id, names.nickname(login)));
                };
        return new Author(
                id, nickname, account, Objects.requireNonNullElse(address, Author.hidden(id)));
    }

    Row toName(Nickname nickname) {
        toName = nickname.text();
        return this;
    }

    Nickname toName() {
        return names.nickname(present(toName));
    }

    Row in(ChannelName where) {
        channel = where.text();
        names = where.mapping();
        return this;
    }

    ChannelName channel() {
        return names.channel(present(channel));
    }

    KnownNames names() {
        return names;
    }

    boolean isInChannel() {
        return channel != null;
    }

    /// A conversation in which the account of this row takes part.
    Row in(Conversation conversation) {
        switch (conversation) {
            case Conversation.InChannel(var where) -> in(where);
            case Conversation.Between(var first, var second) ->
                    toAccount = (first.equals(account()) ? second : first).value();
        }
        return this;
    }

    Conversation conversation() {
        return isInChannel()
                ? new Conversation.InChannel(channel())
                : Conversation.Between.of(account(), new PersonId(present(toAccount)));
    }

    Row channels(List<ChannelName> all) {
        channels = all.stream().map(ChannelName::text).collect(Collectors.joining(SPACE));
        return this;
    }

    List<ChannelName> channels() {
        return channels == null || channels.isEmpty()
                ? List.of()
                : Arrays.stream(channels.split(SPACE)).map(names::channel).toList();
    }

    boolean hasChannels() {
        return channels != null;
    }

    /// Whether it is what most of what people say in channels is: speech, and nothing beside it.
    boolean isPlain() {
        return kind == Kind.SAID
                && toName == null
                && toLogin == null
                && detail == null
                && tags == null;
    }

    /// Plain speech is by far the most common, and takes no space.
    Row manner(Manner manner) {
        return detail(manner == Manner.SPEECH ? null : word(manner));
    }

    Manner manner() {
        return detail == null ? Manner.SPEECH : constant(Manner.class, detail);
    }

    Row text(Text value) {
        return text(value.value());
    }

    Row text(Optional<Text> value) {
        text = value.map(Text::value).orElse(null);
        return this;
    }

    Row text(String value) {
        text = value;
        return this;
    }

    Text text() {
        return new Text(words());
    }

    /// The text column of what is no [Text], such as a mask.
    String words() {
        return present(text);
    }

    Optional<Text> textIfAny() {
        return Optional.ofNullable(text).map(Text::new);
    }

    Row detail(@Nullable String value) {
        detail = value;
        return this;
    }

    String detail() {
        return present(detail);
    }

    Row number(long value) {
        number = value;
        return this;
    }

    long number() {
        return present(number);
    }

    Row tags(Tags all) {
        tags = all.isEmpty() ? null : TagColumn.write(all);
        return this;
    }

    Tags tags() {
        return tags == null ? Tags.NONE : TagColumn.read(tags);
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a column of the journal is empty");
    }

    /// A constant as it is written.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
