package veche.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.language.Phrases;

/// Where we go and as whom: what the command line says, what was kept, and what whoever sits here
/// answers. For the thread that owns the state.
final class Profile {

    private final Options options;
    private final Keyring keyring;
    private final Phrases phrases;
    private final String label;
    private final Optional<String> givenPassword;
    private final Destination destination;

    private @Nullable Question question;
    private @Nullable Step failure;
    private String name;
    private @Nullable Credentials credentials;

    /// The last one that was given or typed; empty if there was none.
    private String password = "";

    /// What is kept, or was given with the start, is not to be tried again.
    private boolean isPasswordWrong;

    /// The next password is that of an account to be made.
    private boolean isNew;

    /// The password was typed since we came in last: it is not one that was good before.
    private boolean isTyped;

    /// A token was asked for, for the account that there is now.
    private boolean isTokenAsked;

    private boolean asks = true;

    /// @param password what the file or the environment says
    /// @param label by which the owner of a token knows it again
    Profile(
            Options options,
            Optional<String> password,
            Keyring keyring,
            Phrases phrases,
            String label) {
        this.options = options;
        this.givenPassword = password;
        this.keyring = keyring;
        this.phrases = phrases;
        this.label = label;
        destination = new Destination(options, keyring, phrases);
        name = options.name().orElse("");
        failure =
                options.channels().stream()
                        .filter(it -> !Conversations.isName(it))
                        .findFirst()
                        .map(it -> Step.Fail.of(Exit.MISUSED, "channel.bad", it))
                        .orElse(null);
    }

    /// Nobody is there who could be asked.
    void nobodyAnswers() {
        asks = false;
    }

    List<String> channels() {
        return options.channels();
    }

    String label() {
        return label;
    }

    boolean forgets() {
        return options.forget();
    }

    Destination destination() {
        return destination;
    }

    ServerAddress address() {
        return destination.address();
    }

    String name() {
        return name;
    }

    Credentials credentials() {
        return credentials == null ? new Credentials.Guest() : credentials;
    }

    Optional<Login.Token> token() {
        return credentials instanceof Credentials.Token(var token)
                ? Optional.of(token)
                : Optional.empty();
    }

    /// Whether to ask for a token. Once, however often we come back: each is one of few.
    boolean asksToken() {
        return token().isEmpty() && !isTokenAsked;
    }

    /// A token was asked for.
    void tokenAsked() {
        isTokenAsked = true;
    }

    /// What to do next.
    Step next() {
        if (failure != null) {
            return failure;
        }
        try {
            var logins = keyring.logins();
            var missing = destination.next(logins);
            if (missing.isEmpty()) {
                remember(logins);
            }
            var step = missing.orElseGet(this::identity);
            question = step instanceof Step.Ask ask ? ask.asked() : null;
            return step;
        } catch (IOException e) {
            return Step.Fail.of(Exit.NO_LOGIN, "keyring.failed", String.valueOf(e.getMessage()));
        }
    }

    private Step identity() {
        if (options.forget() && credentials == null) {
            forgetKept();
            return Step.Fail.of(Exit.DONE, "forgotten", address().text());
        }
        if (name.isEmpty()) {
            return Question.NAME.step(phrases);
        }
        if (question == Question.CREATE || question == Question.RETURN) {
            return question.step(phrases, name);
        }
        if (credentials != null) {
            return new Step.Connect();
        }
        return (isNew ? Question.NEW_PASSWORD : Question.PASSWORD).step(phrases, name);
    }

    /// Takes what is kept of earlier times.
    private void remember(List<Login> logins) {
        if (credentials != null || isPasswordWrong) {
            return;
        }
        if (givenPassword.isPresent()) {
            password = givenPassword.get();
            credentials = new Credentials.Password(password);
        } else {
            logins.stream().filter(this::isOurs).findFirst().ifPresent(this::take);
        }
    }

    private boolean isOurs(Login login) {
        return login.address().text().equals(address().text())
                && (name.isEmpty() || name.equalsIgnoreCase(login.name()));
    }

    private void take(Login login) {
        name = login.name();
        destination.kept(login.address());
        login.token().ifPresent(token -> credentials = new Credentials.Token(token));
    }

    /// Takes an answer.
    ///
    /// @return what is to be said to it
    Optional<Happening> answer(String line) {
        var answer = line.strip();
        var asked = question;
        question = null;
        if (asked == null) {
            return Optional.empty();
        }
        switch (asked) {
            case SERVER -> {
                return destination.server(answer);
            }
            case PORT -> {
                return destination.port(answer);
            }
            case CERTIFICATE -> destination.certificate(answer);
            case NAME -> name = answer.replaceAll("\\s.*", "");
            case PASSWORD -> {
                password = line;
                isTyped = true;
                credentials = line.isEmpty() ? null : new Credentials.Password(line);
            }
            case NEW_PASSWORD -> {
                password = line;
                credentials = line.isEmpty() ? null : new Credentials.NewAccount(line);
            }
            case CREATE -> create(Question.isYes(answer, true, phrases));
            case RETURN -> {
                if (!Question.isYes(answer, false, phrases)) {
                    failure = Step.Fail.of(Exit.DONE, "return.refused");
                }
            }
        }
        return Optional.empty();
    }

    /// By the password that is known, if there is one.
    private void create(boolean wanted) {
        isPasswordWrong = true;
        isNew = wanted;
        credentials = wanted && !password.isEmpty() ? new Credentials.NewAccount(password) : null;
        if (!wanted) {
            name = "";
            password = "";
        }
    }

    /// We came in; from now on the same way is good for coming back.
    ///
    /// @return what is to be said about it
    Optional<Happening> cameIn(boolean loggedIn) {
        isTyped = false;
        if (credentials instanceof Credentials.NewAccount(var chosen) && loggedIn) {
            credentials = new Credentials.Password(chosen);
            isNew = false;
            isTokenAsked = false;
            return told("account.made", name);
        }
        return Optional.empty();
    }

    private static Optional<Happening> told(String code, Object... arguments) {
        return Optional.of(Happening.Told.of(code, arguments));
    }

    /// The server ended the connection, and said why.
    ///
    /// @param words the server's, for people
    /// @return what is to be said about it before [#next]; empty if coming back is all there is to
    ///   do
    Optional<Happening> sentAway(Farewell why, String words) {
        return switch (why) {
            case ACCOUNTS_CLEARED -> accountGone("accounts.cleared");
            case ACCOUNT_REMOVED -> accountGone("account.removed");
            case TOKEN_REVOKED -> loseToken("token.revoked");
            case SESSION_ENDED, KICKED -> sentAway(words);
            case BANNED -> stay(new Happening.Answer(words));
            case SERVER_PAUSED, SERVER_STOPPING, TEMPORARILY_UNAVAILABLE, UNKNOWN ->
                    Optional.empty();
        };
    }

    private Optional<Happening> sentAway(String words) {
        var told = new Happening.Answer(words);
        if (!asks) {
            return stay(told);
        }
        question = Question.RETURN;
        return Optional.of(told);
    }

    /// The same, but nothing helps.
    private Optional<Happening> stay(Happening told) {
        failure = new Step.Fail(Exit.NO_LOGIN, told);
        return Optional.empty();
    }

    private Optional<Happening> accountGone(String code) {
        forgetKept();
        if (credentials instanceof Credentials.Token) {
            credentials = null;
            isPasswordWrong = true;
        }
        if (asks) {
            question = Question.CREATE;
        } else if (credentials == null) {
            return stay(Happening.Told.of(code, name));
        }
        return told(code, name);
    }

    /// The token that we came by is good no more.
    private Optional<Happening> loseToken(String code) {
        forgetKept();
        return wrong(Happening.Told.of(code, name));
    }

    /// The server did not let us in.
    ///
    /// @param registers whether it makes accounts
    /// @param wasIn whether it did before
    /// @return what is to be said about it
    Optional<Happening> refused(Negotiation.Outcome outcome, boolean registers, boolean wasIn) {
        return switch (outcome) {
            case Negotiation.Outcome.Unknown _ when options.forget() -> {
                forgetKept();
                failure = Step.Fail.of(Exit.DONE, "forgotten", address().text());
                yield Optional.empty();
            }
            case Negotiation.Outcome.Unknown _ when credentials instanceof Credentials.Token ->
                    loseToken("token.refused");
            case Negotiation.Outcome.Unknown _ when registers && asks && wasIn && !isTyped -> {
                question = Question.CREATE;
                yield told("account.gone", name);
            }
            case Negotiation.Outcome.Unknown _ when registers -> {
                // Nobody has the name, or somebody with another password: making it tells which.
                credentials = new Credentials.NewAccount(password);
                yield Optional.empty();
            }
            case Negotiation.Outcome.Unknown _ -> wrong(Happening.Told.of("password.wrong", name));
            case Negotiation.Outcome.Taken _ -> wrong(Happening.Told.of("password.wrong", name));
            case Negotiation.Outcome.BadName(var why) -> {
                name = asks ? "" : name;
                yield wrong(new Happening.Answer(why));
            }
            case Negotiation.Outcome.Refused(var why) -> wrong(new Happening.Answer(why));
            case Negotiation.Outcome.Banned(var why) -> stay(new Happening.Answer(why));
            case Negotiation.Outcome.NotNow _, Negotiation.Outcome.Welcome _ -> Optional.empty();
        };
    }

    private Optional<Happening> wrong(Happening told) {
        credentials = null;
        isPasswordWrong = true;
        password = "";
        return asks ? Optional.of(told) : stay(told);
    }

    private void forgetKept() {
        isTokenAsked = false;
        try {
            keyring.forget(new Login(address(), name, Optional.empty()));
        } catch (IOException e) {
            failure = Step.Fail.of(Exit.NO_LOGIN, "keyring.failed", String.valueOf(e.getMessage()));
        }
    }

    /// Takes it from what is kept.
    void forget(Chat chat) {
        forgetKept();
        chat.tell("forgotten", address().text());
    }
}
