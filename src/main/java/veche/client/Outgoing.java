package veche.client;

/// Something that we say, from when it was typed until the server has it.
///
/// @param id our own id for it: the server keeps what has the same id once
/// @param target a channel, or somebody
/// @param text what was typed; one or more lines of any length until [Saying] has divided it
/// @param reply the server's id of the message that it answers; empty if it answers none
/// @param divided whether a server takes it as one message
/// @param doubtful whether it was on its way when a connection broke: the server may have it
record Outgoing(
        String id, String target, String text, String reply, boolean divided, boolean doubtful) {

    /// The client tag that makes it once: docs/protocol.md.
    static final String TAG = "+veche.chat/id";

    private static final String ACTION = "\u0001ACTION ";

    /// Not yet divided, and never sent.
    Outgoing(String id, String target, String text, String reply) {
        this(id, target, text, reply, false, false);
    }

    /// The same, and it answers nothing.
    Outgoing(String id, String target, String text) {
        this(id, target, text, "");
    }

    /// What somebody does, as CTCP writes it: https://modern.ircdocs.horse/ctcp
    static String action(String words) {
        return ACTION + words + "\u0001";
    }

    boolean isAction() {
        return text.startsWith(ACTION);
    }

    /// The words of [#action].
    String actionWords() {
        return text.substring(ACTION.length()).replace("\u0001", "");
    }

    /// What somebody typed to say it.
    String typed() {
        return isAction() ? "/me " + actionWords() : text;
    }

    /// The same, for another target.
    Outgoing to(String other) {
        return new Outgoing(id, other, text, reply, divided, doubtful);
    }

    /// The same, of which nobody knows whether the server has it.
    Outgoing inDoubt() {
        return new Outgoing(id, target, text, reply, divided, true);
    }

    /// A part of it, which is to be said as one message.
    ///
    /// @param number of the part, from 1; 0 if it is all of it
    Outgoing part(String words, int number) {
        var own = number == 0 ? id : id + "-" + number;
        return new Outgoing(own, target, words, reply, true, doubtful);
    }
}
