package veche.client;

import java.util.ArrayList;

/// What stands before the line that is typed: where it is said, and what is new elsewhere, as in
/// `#tea [2:#ops 3 3:bob 1!]>`. The number before the colon is that of `/switch` and of Alt; `!` is
/// for what mentions us, or is for us alone.
final class PromptLine {

    private static final int MOST = 4;

    private PromptLine() {}

    static String of(Chat chat) {
        var all = chat.conversations.all();
        var news = new ArrayList<String>();
        for (var i = 0; i < all.size(); i++) {
            var it = all.get(i);
            if (it.unread() > 0 && !chat.conversations.isCurrent(it)) {
                news.add(
                        (i + 1)
                                + ":"
                                + Harmless.line(it.name())
                                + " "
                                + it.unread()
                                + (it.mentions() > 0 ? "!" : ""));
            }
        }
        if (news.size() > MOST) {
            var more = news.size() - MOST;
            news.subList(MOST, news.size()).clear();
            news.add("+" + more);
        }
        var here = chat.conversations.current().map(it -> Harmless.line(it.name())).orElse("veche");
        var waiting = chat.visit().isEmpty() ? chat.unsent.size() : chat.unsent.waiting();
        var state = chat.visit().isEmpty() ? " (" + (waiting > 0 ? "…" + waiting : "…") + ")" : "";
        return here + state + (news.isEmpty() ? "" : " [" + String.join(" ", news) + "]") + "> ";
    }
}
