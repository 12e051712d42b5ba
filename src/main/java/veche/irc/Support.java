package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import veche.chat.PersonMask;
import veche.chat.Rules;
import veche.event.ChannelList;
import veche.event.PersonFlag;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.wire.LineLimits;
import veche.wire.Message;
import veche.wire.Tokens;

/// What this server says of itself in ISUPPORT, from the same places that enforce it. See
/// https://modern.ircdocs.horse/#rplisupport-parameters
final class Support {

    /// How many nicknames one client may watch.
    static final int WATCHED = 200;

    /// How many targets one message may have.
    static final int TARGETS = 4;

    /// The longest words to being away, to parting and quitting, to kicking, as topic, and as real
    /// name, in bytes of UTF-8.
    static final int LONGEST_WORDS = 390;

    /// In which channel newcomers find others: ours alone; see `docs/protocol.md`.
    static final String FIRST_CHANNEL = "veche.chat/FIRST";

    /// The letters of what channels can be and have, and of those that have a parameter. Made once:
    /// everybody who comes is told.
    static final String CHANNEL_MODES =
            Modes.listLetters()
                    + Modes.KEY
                    + Modes.FORWARD
                    + Modes.LIMIT
                    + Modes.flagLetters()
                    + Modes.rankLetters();

    static final String CHANNEL_MODES_WITH_PARAMETER =
            Modes.listLetters() + Modes.KEY + Modes.FORWARD + Modes.LIMIT + Modes.rankLetters();

    /// The type of the batch in which clients are told, if they know what that is.
    static final String BATCH = "draft/isupport";

    /// How many tokens fit between the nickname and the text of a line, which has 15 parameters.
    private static final int TOKENS = 13;

    /// How many bytes of tokens one line has, whatever the server and the client are called.
    private static final int ROOM = 340;

    private final List<String> tokens;

    /// The tokens, as many to a line as it holds.
    private final List<String[]> lines;

    private Support(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
        this.lines = split(tokens);
    }

    /// @param fileHost where the client can upload files
    static Support of(Settings settings, CaseMapping names, Optional<String> fileHost) {
        return new Support(tokens(settings, names, fileHost));
    }

    private static List<String[]> split(List<String> tokens) {
        var lines = new ArrayList<String[]>();
        for (var from = 0; from < tokens.size(); from += TOKENS) {
            var some = tokens.subList(from, Math.min(from + TOKENS, tokens.size()));
            for (var list : Tokens.lists(some, ' ', ROOM)) {
                lines.add(list.split(" "));
            }
        }
        return lines;
    }

    /// What a client is told, in as few lines as hold it; none if there is nothing to tell.
    List<Message> lines(Client client) {
        return lines.stream().map(line -> client.numeric(Numeric.I_SUPPORT, line)).toList();
    }

    /// What a client has to be told that knows what was before: the tokens that are new or
    /// different, and, with `-` in front, the names of those that are gone.
    Support since(Support before) {
        var changes = new ArrayList<>(tokens);
        changes.removeAll(before.tokens);
        var names = tokens.stream().map(Support::name).toList();
        before.tokens.stream()
                .map(Support::name)
                .filter(name -> !names.contains(name))
                .forEach(name -> changes.add("-" + name));
        return new Support(changes);
    }

    private static String name(String token) {
        return token.split("=", 2)[0];
    }

    private static List<String> tokens(
            Settings settings, CaseMapping names, Optional<String> fileHost) {
        var tokens = new ArrayList<String>();
        var channels = settings.channels().most();
        tokens.add("ACCOUNTEXTBAN=a");
        tokens.add("AWAYLEN=" + LONGEST_WORDS);
        tokens.add("BOT=" + Modes.letter(PersonFlag.BOT));
        tokens.addAll(names.support());
        tokens.add("CHANLIMIT=#:" + channels);
        tokens.add("CHANMODES=" + channelModeClasses());
        tokens.add("CHANNELLEN=" + (ChannelName.LONGEST + 1));
        tokens.add("CHANTYPES=#");
        tokens.add("CHATHISTORY=" + settings.irc().chathistory());
        tokens.add("CLIENTTAGDENY=");
        tokens.add("ELIST=CMNTU");
        tokens.add("EXCEPTS=" + Modes.letter(ChannelList.BAN_EXCEPTION));
        tokens.add("EXTBAN=" + PersonMask.SIGN + ",am");
        tokens.add("INVEX=" + Modes.letter(ChannelList.INVITE_EXCEPTION));
        tokens.add("KEYLEN=" + Rules.LONGEST_KEY);
        tokens.add("KICKLEN=" + LONGEST_WORDS);
        tokens.add("KNOCK");
        tokens.add("LINELEN=" + LineLimits.CLASSIC);
        tokens.add("MAXLIST=" + Modes.limits(Rules.MASKS));
        tokens.add("MAXTARGETS=" + TARGETS);
        tokens.add("MODES=" + Modes.AT_ONCE);
        tokens.add("MONITOR=" + WATCHED);
        tokens.add("MSGREFTYPES=msgid,timestamp");
        tokens.add("NAMELEN=" + LONGEST_WORDS);
        tokens.add("NETWORK=" + Tokens.escape(settings.server().network()));
        tokens.add("NICKLEN=" + Nickname.LONGEST);
        tokens.add("PREFIX=(" + Modes.rankLetters() + ")" + Modes.signs());
        tokens.add("SAFELIST");
        tokens.add("STATUSMSG=" + Modes.signs());
        tokens.add(
                "TARGMAX=NAMES:,LIST:,KICK:"
                        + ",WHOIS:"
                        + TARGETS
                        + ",WHOWAS:"
                        + TARGETS
                        + ",PRIVMSG:"
                        + TARGETS
                        + ",NOTICE:"
                        + TARGETS
                        + ",TAGMSG:"
                        + TARGETS
                        + ",MONITOR:"
                        + WATCHED);
        tokens.add("TOPICLEN=" + LONGEST_WORDS);
        tokens.add("UTF8ONLY");
        tokens.add("WHOX");
        settings.channels()
                .first()
                .ifPresent(
                        channel -> tokens.add(FIRST_CHANNEL + "=" + Tokens.escape(channel.text())));
        // https://ircv3.net/specs/extensions/network-icon
        settings.server().icon().ifPresent(url -> tokens.add("draft/ICON=" + Tokens.escape(url)));
        fileHost.map(Tokens::escape)
                .ifPresent(url -> {
                    // https://codeberg.org/emersion/soju/src/branch/master/doc/ext/filehost.md
                    tokens.add("soju.im/FILEHOST=" + url);
                    // https://github.com/progval/ircv3-specifications/blob/filehost/extensions/filehost.md
                    tokens.add("draft/FILEHOST=" + url);
                });
        if (settings.accounts().requireLogin()) {
            // https://ircv3.net/specs/extensions/account-registration#isupport-token
            tokens.add("draft/ACCOUNTREQUIRED");
        }
        return tokens;
    }

    /// Lists, what always has a parameter, what has one only when set, and what has none.
    private static String channelModeClasses() {
        return String.join(
                ",",
                Modes.listLetters(),
                String.valueOf(Modes.KEY),
                "" + Modes.FORWARD + Modes.LIMIT,
                Modes.flagLetters());
    }
}
