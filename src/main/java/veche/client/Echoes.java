package veche.client;

/// Recognises what we said ourselves in what the server says: then it has it. For the thread that
/// owns the state.
final class Echoes {

    private final Chat chat;
    private final Visit visit;

    Echoes(Chat chat, Visit visit) {
        this.chat = chat;
        this.visit = visit;
    }

    /// Takes a message, of now or of the past.
    ///
    /// @param label of what it answers; empty if it has none
    void take(Incoming line, String label) {
        if (!visit.isMe(line.by(), chat.conversations)) {
            answered(label);
            return;
        }
        var id = line.tag(Outgoing.TAG);
        var isKnown =
                chat.unsent.settle(id.isEmpty() ? label : id).isPresent()
                        || !id.isEmpty()
                        || chat.unsent.settle(it -> isLike(it, line)).isPresent();
        if (isKnown) {
            chat.flush();
        }
    }

    /// Something was answered otherwise: a service, such as NickServ, echoes nothing.
    ///
    /// @param label of what was answered; empty if it has none
    void answered(String label) {
        if (!label.isEmpty() && chat.unsent.settle(label).isPresent()) {
            chat.flush();
            chat.refresh();
        }
    }

    /// For servers that do not give tags back.
    private boolean isLike(Outgoing outgoing, Incoming line) {
        return outgoing.text().equals(line.text())
                && chat.conversations.same(outgoing.target(), line.at(0));
    }
}
