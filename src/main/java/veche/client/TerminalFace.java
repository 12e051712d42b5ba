package veche.client;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/// A terminal: what happens comes above the line that is being typed. Nicknames have colours,
/// always the same, and a new day has a line.
final class TerminalFace implements Face {

    /// Colours that can be read on dark and on light ground.
    private static final int[] COLOURS = {
        AttributedStyle.RED,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.BLUE,
        AttributedStyle.MAGENTA,
        AttributedStyle.CYAN
    };

    /// Where what is too long for a line goes on, in columns: behind the stars of a notice.
    private static final int INDENT = 4;

    private final TerminalEditor editor;
    private final Words words;
    private final boolean isColoured;
    private final Supplier<LocalDate> today;
    private @Nullable LocalDate shownDay;

    /// @param isColoured whether colours may be used
    TerminalFace(
            TerminalEditor editor, Words words, boolean isColoured, Supplier<LocalDate> today) {
        this.editor = editor;
        this.words = words;
        this.isColoured = isColoured;
        this.today = today;
    }

    @Override
    public void show(Happening happening) {
        switch (happening) {
            case Happening.Spoke(var said, var here) -> {
                dayOf(said);
                var pieces = words.said(said, !here);
                print(pieces, columnsBeforeWords(pieces));
            }
            case Happening.Found(var said) -> {
                var found = words.said(said, true);
                print(
                        Words.Kind.QUIET,
                        words.day(words.day(said.time())) + " " + Words.plain(found));
            }
            case Happening.Came it when !it.here() -> {}
            case Happening.Left it when !it.here() -> {}
            case Happening.Quit it when !it.here() -> {}
            case Happening.TopicSet it when !it.here() -> {}
            case Happening.Absent it when !it.here() -> {}
            case Happening.Came _,
                    Happening.Left _,
                    Happening.Quit _,
                    Happening.Absent _,
                    Happening.Waits _ ->
                    print(Words.Kind.QUIET, words.text(happening));
            case Happening.NewFrom _, Happening.Turned _ ->
                    print(Words.Kind.LINE, rule(words.text(happening)));
            case Happening.Help _ -> {
                var help = new Words.Piece(Words.Kind.TEXT, words.text(happening));
                print(List.of(help), Words.HELP_COLUMN);
            }
            case Happening.Answer _ -> print(Words.Kind.TEXT, words.text(happening));
            default -> print(Words.Kind.NOTE, "*** " + words.text(happening));
        }
    }

    private void dayOf(Said said) {
        var day = words.day(said.time());
        var isToday = shownDay == null && day.equals(today.get());
        if (!day.equals(shownDay) && !isToday) {
            print(Words.Kind.LINE, rule(words.day(day)));
        }
        shownDay = day;
    }

    private String rule(String text) {
        var width = Math.clamp(editor.width() - text.length() - 5L, 4, 60);
        return "—— " + text + " " + "—".repeat(width);
    }

    private void print(Words.Kind kind, String text) {
        print(List.of(new Words.Piece(kind, text)), INDENT);
    }

    /// How much room the time and the name of who speaks take, with what is behind it.
    private static int columnsBeforeWords(List<Words.Piece> pieces) {
        var before = new StringBuilder();
        var isNamed = false;
        for (var piece : pieces) {
            before.append(piece.text());
            if (isNamed) {
                break;
            }
            isNamed = piece.kind() == Words.Kind.NICK || piece.kind() == Words.Kind.OWN;
        }
        return new AttributedString(before).columnLength();
    }

    /// @param indent where what is too long for a line goes on, in columns
    private void print(List<Words.Piece> pieces, int indent) {
        var line = new AttributedStringBuilder();
        for (var piece : pieces) {
            line.styled(isColoured ? style(piece) : AttributedStyle.DEFAULT, piece.text());
        }
        editor.print(Wrapping.wrap(line.toAttributedString(), editor.width(), indent));
    }

    private static AttributedStyle style(Words.Piece piece) {
        return switch (piece.kind()) {
            case TIME, QUIET -> AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);
            case NICK -> AttributedStyle.BOLD.foreground(colour(piece.text()));
            case OWN -> AttributedStyle.BOLD;
            case TEXT -> AttributedStyle.DEFAULT;
            case MENTION -> AttributedStyle.BOLD;
            case NOTE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
            case LINE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);
        };
    }

    private static int colour(String nick) {
        return COLOURS[Math.floorMod(nick.hashCode() * 31, COLOURS.length)];
    }

    @Override
    public void prompt(Prompt prompt) {
        editor.prompt(prompt);
    }

    @Override
    public void completions(Completions completions) {
        editor.completions(completions);
    }
}
