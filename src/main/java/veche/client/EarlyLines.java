package veche.client;

import java.util.ArrayDeque;
import java.util.Deque;

/// Lines that came before there was a conversation to say them in. For the thread that owns the
/// state.
final class EarlyLines {

    private final Chat chat;
    private final SlashCommands commands;
    private final Deque<String> lines = new ArrayDeque<>();

    EarlyLines(Chat chat, SlashCommands commands) {
        this.chat = chat;
        this.commands = commands;
    }

    int size() {
        return lines.size();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void add(String line) {
        lines.add(line);
    }

    /// Whether somebody at a terminal types words before we know where we are.
    boolean takes(String line) {
        return !chat.isFilter()
                && !chat.knowsPlace()
                && lines.size() < Chat.MOST_UNSENT
                && SlashCommands.areWords(line);
    }

    /// They are said as soon as there is a conversation for them. Where there is none, they do not
    /// wait for the next one: they were not meant for it.
    void settle() {
        if (!chat.knowsPlace()) {
            return;
        }
        var isMeant = chat.conversations.current().filter(EarlyLines::isForWords).isPresent();
        while (!lines.isEmpty()) {
            if (isMeant) {
                say(lines.remove());
            } else {
                chat.tell("unsaid", lines.remove());
            }
        }
    }

    /// Whoever comes may be turned to somebody who wrote to them, and what they typed before is not
    /// meant for that person.
    private static boolean isForWords(Conversation conversation) {
        return conversation.isChannel() || conversation.isChosen();
    }

    private void say(String line) {
        if (chat.isFilter()) {
            commands.say(line);
        } else {
            commands.obey(line);
        }
    }
}
