package veche.name;

import java.util.List;
import java.util.Optional;

/// How names are written on this server, and which of them are the same. A server has one for as
/// long as it has its data folder; whoever reads a name that a stranger wrote reads it by this.
///
/// `parse…` is for what strangers wrote, and is empty if it is not legal. [#nickname] and
/// [#channel] are for what we know to be legal: they throw an [IllegalArgumentException] if it is
/// not, which is a bug.
///
/// See https://modern.ircdocs.horse/#casemapping-parameter
public enum CaseMapping implements KnownNames {
    /// Letters of any script, compared without case, width and composition as RFC 8265 section 3.3
    /// says. For names of ASCII, the only ones that a client understands which knows nothing else,
    /// that is [#ASCII], and so they are told.
    PRECIS("", "", "CASEMAPPING=ascii UTF8MAPPING=rfc8265") {
        @Override
        Optional<Spelling> spell(String written) {
            return Spelling.precis(written);
        }

        @Override
        public String fold(String text) {
            return Folding.fold(text);
        }
    },

    /// Characters of ASCII; `A` to `Z` are `a` to `z`.
    ASCII("", "", "CASEMAPPING=ascii"),

    /// The same, and `[`, `]`, `\` and `~` are `{`, `}`, `|` and `^`, as they were on Scandinavian
    /// keyboards (RFC 1459 section 2.2).
    RFC1459("[]\\~", "{}|^", "CASEMAPPING=rfc1459");

    private final String upper;
    private final String lower;
    private final String support;

    /// @param upper characters that are compared as those of `lower` at the same places, aside from
    ///   `A` to `Z`
    /// @param support what clients are told of it, with spaces in between
    CaseMapping(String upper, String lower, String support) {
        this.upper = upper;
        this.lower = lower;
        this.support = support;
    }

    /// What clients are told of it, a token of ISUPPORT each.
    public List<String> support() {
        return List.of(support.split(" "));
    }

    /// Whether names may have letters of any script, or of ASCII alone.
    public boolean isAnyScript() {
        return this == PRECIS;
    }

    /// Reads a nickname, or the name of an account.
    public Optional<Nickname> parseNickname(String text) {
        return Nickname.parse(text, this);
    }

    @Override
    public CaseMapping mapping() {
        return this;
    }

    @Override
    public Nickname nickname(String text) {
        return parseNickname(text)
                .orElseThrow(() -> new IllegalArgumentException("not a nickname: " + text));
    }

    /// Reads the name of a channel.
    public Optional<ChannelName> parseChannel(String text) {
        return ChannelName.parse(text, this);
    }

    @Override
    public ChannelName channel(String text) {
        return parseChannel(text)
                .orElseThrow(() -> new IllegalArgumentException("not a channel name: " + text));
    }

    /// Reads a mask, as [Mask] says.
    public Optional<Mask> parseMask(String text) {
        return Mask.parse(text, this);
    }

    /// Reads a text with wildcards, as [Glob] says.
    public Optional<Glob> parseGlob(String text) {
        return Glob.parse(text, this);
    }

    /// How a text is compared that need not be a name, such as a piece of a mask: as a name is.
    public String fold(String text) {
        var folded = new StringBuilder(text);
        for (var at = 0; at < folded.length(); at++) {
            folded.setCharAt(at, fold(folded.charAt(at)));
        }
        return folded.toString();
    }

    private char fold(char character) {
        if (character >= 'A' && character <= 'Z') {
            return (char) (character - 'A' + 'a');
        }
        var special = upper.indexOf(character);
        return special < 0 ? character : lower.charAt(special);
    }

    /// A name as it is shown and compared; empty if it has characters that names cannot have.
    Optional<Spelling> spell(String written) {
        return written.chars().allMatch(c -> c < 0x80)
                ? Optional.of(new Spelling(written, fold(written)))
                : Optional.empty();
    }
}
