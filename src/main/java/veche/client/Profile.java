package veche.client;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.language.Phrases;

/// Where we go and as whom: what the command line says, what was kept, and what whoever sits here
/// answers. For the thread that owns the state.
final class Profile {

    /// What has to be done to come in.
    sealed interface Step {
        record Ask(String question, boolean hidden) implements Step {}

        record Fail(Exit exit, Happening told) implements Step {}

        record Connect() implements Step {}
    }

    private enum Question {
        SERVER,
        PORT,
        NAME,
        PASSWORD,
        CREATE,
        CERTIFICATE
    }

    private final Options options;
    private final Keyring keyring;
    private final Phrases phrases;
    private final String label;
    private final Optional<String> givenPassword;

    private @Nullable Question question;
    private @Nullable Step failure;
    private @Nullable ServerAddress address;
    private String host = "";
    private String name = "";
    private @Nullable Credentials credentials;
    private String password = "";

    /// What is kept, or was given with the start, is not to be tried again.
    private boolean isPasswordWrong;

    private String untrusted = "";

    /// @param password what the file or the environment says
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
        name = options.name().orElse("");
    }

    List<String> channels() {
        return options.channels();
    }

    /// By which the owner of a token knows it again.
    String label() {
        return label;
    }

    boolean forgets() {
        return options.forget();
    }

    ServerAddress address() {
        return address == null ? ServerAddress.USUAL : address;
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

    boolean hasToken() {
        return token().isPresent();
    }

    /// The fingerprint of the certificate that is trusted.
    Optional<String> pin() throws IOException {
        return isPinned() ? options.fingerprint().map(Profile::hex) : keyring.pin(address());
    }

    /// Whether nothing but [#pin] is trusted.
    boolean isPinned() {
        return options.fingerprint().isPresent();
    }

    private static String hex(String fingerprint) {
        return fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
    }

    /// What to do next.
    Step next() {
        var failed = failure;
        if (failed != null) {
            return failed;
        }
        try {
            remember();
        } catch (IOException e) {
            return fail(Exit.NO_LOGIN, "keyring.failed", String.valueOf(e.getMessage()));
        }
        if (!untrusted.isEmpty()) {
            return ask(Question.CERTIFICATE, address().text(), colons(untrusted));
        }
        if (address == null && host.isEmpty()) {
            return ask(Question.SERVER, ServerAddress.USUAL.host());
        }
        if (address == null) {
            return ask(Question.PORT, Integer.toString(ServerAddress.USUAL.port()));
        }
        if (name.isEmpty()) {
            return ask(Question.NAME);
        }
        if (question == Question.CREATE) {
            return ask(Question.CREATE, name);
        }
        return credentials == null ? ask(Question.PASSWORD, name) : new Step.Connect();
    }

    /// Takes what is kept of earlier times.
    private void remember() throws IOException {
        var logins = keyring.logins();
        if (address == null) {
            if (options.server().isPresent()) {
                address = ServerAddress.parse(options.server().get(), options.tls()).orElse(null);
                if (address == null) {
                    failure = fail(Exit.MISUSED, "address.bad", options.server().get());
                }
            } else if (!logins.isEmpty() && host.isEmpty()) {
                address = logins.getFirst().address();
            }
        }
        if (credentials == null && !isPasswordWrong) {
            if (givenPassword.isPresent()) {
                password = givenPassword.get();
                credentials = new Credentials.Password(password);
            } else {
                logins.stream().filter(this::isOurs).findFirst().ifPresent(this::take);
            }
        }
    }

    private boolean isOurs(Login login) {
        return login.address().text().equals(address().text())
                && (name.isEmpty() || name.equalsIgnoreCase(login.name()));
    }

    private void take(Login login) {
        name = login.name();
        address = options.server().isPresent() ? address : login.address();
        login.token().ifPresent(token -> credentials = new Credentials.Token(token));
    }

    private Step ask(Question asked, Object... arguments) {
        question = asked;
        var key = "ask." + asked.name().toLowerCase(Locale.ROOT);
        return asked == Question.CERTIFICATE && isPinned()
                ? fail(Exit.NO_TRUST, "certificate.other", address().text(), colons(untrusted))
                : new Step.Ask(phrases.text(key, arguments), asked == Question.PASSWORD);
    }

    private static Step fail(Exit exit, String code, Object... arguments) {
        return new Step.Fail(exit, Happening.Told.of(code, arguments));
    }

    private static String colons(String fingerprint) {
        return fingerprint.replaceAll("..(?=.)", "$0:");
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
                host = answer.isEmpty() ? ServerAddress.USUAL.host() : answer;
                var parsed = ServerAddress.parse(host, options.tls());
                if (parsed.isEmpty()) {
                    var wrong = host;
                    host = "";
                    return Optional.of(Happening.Told.of("address.bad", wrong));
                }
                if (host.matches(".*[^:]:[0-9]+")) {
                    address = parsed.get();
                }
            }
            case PORT -> {
                var port = answer.isEmpty() ? Integer.toString(ServerAddress.USUAL.port()) : answer;
                address =
                        ServerAddress.parse(host, options.tls())
                                .flatMap(it ->
                                        ServerAddress.parse(
                                                new ServerAddress(it.host(), 1, false)
                                                                .text()
                                                                .replaceFirst("1$", "")
                                                        + port,
                                                options.tls()))
                                .orElse(null);
                if (address == null) {
                    return Optional.of(Happening.Told.of("address.bad", host + ":" + port));
                }
            }
            case NAME -> name = answer.replaceAll("\\s.*", "");
            case PASSWORD -> {
                password = line;
                credentials = line.isEmpty() ? null : new Credentials.Password(line);
            }
            case CREATE -> {
                if (isYes(answer, true)) {
                    credentials = new Credentials.NewAccount(password);
                } else {
                    credentials = null;
                    name = "";
                    isPasswordWrong = true;
                }
            }
            case CERTIFICATE -> trust(isYes(answer, false));
        }
        return Optional.empty();
    }

    private boolean isYes(String answer, boolean otherwise) {
        var yes = phrases.text("yes").toLowerCase(phrases.language().locale());
        var said = answer.toLowerCase(phrases.language().locale());
        return said.isEmpty() ? otherwise : yes.startsWith(said) || "yes".startsWith(said);
    }

    private void trust(boolean trusted) {
        if (!trusted) {
            failure = fail(Exit.NO_TRUST, "certificate.refused", address().text());
        } else {
            try {
                keyring.pin(address(), untrusted);
            } catch (IOException e) {
                failure = fail(Exit.NO_TRUST, "keyring.failed", String.valueOf(e.getMessage()));
            }
        }
        untrusted = "";
    }

    /// Nobody vouches for the server's certificate.
    void untrusted(String fingerprint) {
        try {
            var known = pin();
            if (isPinned()) {
                failure =
                        fail(
                                Exit.NO_TRUST,
                                "certificate.other",
                                address().text(),
                                colons(fingerprint));
            } else if (known.isPresent()) {
                failure =
                        fail(
                                Exit.NO_TRUST,
                                "certificate.changed",
                                address().text(),
                                colons(fingerprint),
                                colons(known.get()),
                                keyring.servers().toString());
            } else if (options.isFilter() || !asks) {
                failure =
                        fail(
                                Exit.NO_TRUST,
                                "certificate.unknown",
                                address().text(),
                                colons(fingerprint));
            } else {
                untrusted = fingerprint;
            }
        } catch (IOException e) {
            failure = fail(Exit.NO_TRUST, "keyring.failed", String.valueOf(e.getMessage()));
        }
    }

    private boolean asks = true;

    /// Nobody is there who could be asked.
    void nobodyAnswers() {
        asks = false;
    }

    /// We came in; from now on the same way is good for coming back.
    void cameIn(boolean loggedIn) {
        if (credentials instanceof Credentials.NewAccount(var chosen) && loggedIn) {
            credentials = new Credentials.Password(chosen);
        }
    }

    /// The server did not let us in.
    ///
    /// @param registers whether it makes accounts
    /// @param wasIn whether it did before
    /// @return what is to be said about it
    Optional<Happening> refused(Negotiation.Outcome outcome, boolean registers, boolean wasIn) {
        return switch (outcome) {
            case Negotiation.Outcome.Unknown _ when credentials instanceof Credentials.Token -> {
                credentials = null;
                isPasswordWrong = true;
                forgetKept();
                if (!asks) {
                    failure = fail(Exit.NO_LOGIN, "token.refused", name);
                    yield Optional.empty();
                }
                yield Optional.of(Happening.Told.of("token.refused", name));
            }
            case Negotiation.Outcome.Unknown _ when registers && !options.forget() -> {
                if (asks) {
                    question = Question.CREATE;
                    yield wasIn
                            ? Optional.of(Happening.Told.of("account.gone", name))
                            : Optional.empty();
                }
                credentials = new Credentials.NewAccount(password);
                yield Optional.empty();
            }
            case Negotiation.Outcome.Unknown _, Negotiation.Outcome.Taken _ ->
                    wrong(Happening.Told.of("password.wrong", name));
            case Negotiation.Outcome.BadName(var why) -> {
                name = asks ? "" : name;
                yield wrong(new Happening.Answer(why));
            }
            case Negotiation.Outcome.Refused(var why) -> wrong(new Happening.Answer(why));
            case Negotiation.Outcome.Welcome _ -> Optional.empty();
        };
    }

    private Optional<Happening> wrong(Happening told) {
        credentials = null;
        isPasswordWrong = true;
        if (!asks) {
            failure = new Step.Fail(Exit.NO_LOGIN, told);
            return Optional.empty();
        }
        return Optional.of(told);
    }

    private void forgetKept() {
        try {
            keyring.forget(new Login(address(), name, Optional.empty()));
        } catch (IOException e) {
            failure = fail(Exit.NO_LOGIN, "keyring.failed", String.valueOf(e.getMessage()));
        }
    }

    /// Takes it from what is kept.
    void forget(Chat chat) {
        forgetKept();
        chat.tell("forgotten", address().text());
    }
}
