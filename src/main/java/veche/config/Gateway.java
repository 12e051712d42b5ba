package veche.config;

import java.util.List;

/// A web page or the like that connects for its visitors, and says for whom it speaks (WEBIRC).
///
/// @param password by which it proves to be the gateway; a word
/// @param networks from where it connects; at least one
public record Gateway(String password, List<Network> networks) {

    public Gateway {
        networks = List.copyOf(networks);
        if (!isWord(password) || networks.isEmpty()) {
            throw new IllegalArgumentException("not a gateway");
        }
    }

    /// Whether a text can stand in a line of IRC before others.
    static boolean isWord(String text) {
        return !text.isEmpty() && !text.startsWith(":") && text.chars().noneMatch(c -> c <= ' ');
    }
}
