package veche.client;

import java.util.Optional;

/// Who we are at a server, as it is kept from one time to the next.
///
/// @param address the server
/// @param name the account
/// @param token its id and secret; empty if the server gives none
record Login(ServerAddress address, String name, Optional<Token> token) {

    record Token(String id, String secret) {}

    private static final String NONE = "-";

    /// As a line of the file.
    String line() {
        return String.join(
                " ",
                address.text(),
                address.tls() ? "tls" : "plain",
                name,
                token.map(Token::id).orElse(NONE),
                token.map(Token::secret).orElse(NONE));
    }

    static Optional<Login> parse(String line) {
        var words = line.strip().split(" ", -1);
        if (words.length != 5) {
            return Optional.empty();
        }
        var token =
                words[4].equals(NONE)
                        ? Optional.<Token>empty()
                        : Optional.of(new Token(words[3], words[4]));
        return ServerAddress.parse(words[0], false)
                .map(at ->
                        new Login(
                                new ServerAddress(at.host(), at.port(), words[1].equals("tls")),
                                words[2],
                                token));
    }
}
