package veche.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import veche.language.Phrases;

/// Puts what happens into words, safe to show: see [Harmless]. Any thread.
final class Words {

    /// A piece of a line, and what it is, so that it can be coloured.
    record Piece(Kind kind, String text) {}

    enum Kind {
        TIME,
        NICK,
        OWN,
        TEXT,
        MENTION,
        QUIET,
        NOTE,
        LINE
    }

    /// Where it stands what a command does, behind how it is written.
    static final int HELP_COLUMN = 26;

    private final Phrases phrases;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    Words(Phrases phrases, ZoneId zone) {
        this.phrases = phrases;
        this.zone = zone;
        time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
        day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(phrases.language().locale());
    }

    /// The day of a moment, where we are.
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String clock(Instant moment) {
        return time.format(moment);
    }

    String phrase(String key, Object... arguments) {
        return phrases.text(key, arguments);
    }

    /// What a message looks like.
    ///
    /// @param withPlace whether it is said where it was said
    List<Piece> said(Said said, boolean withPlace) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece(Kind.TIME, clock(said.time()) + " "));
        if (withPlace) {
            pieces.add(new Piece(Kind.QUIET, Harmless.line(said.place()) + " "));
        }
        var by = Harmless.line(said.by());
        var nick = said.own() ? Kind.OWN : Kind.NICK;
        var text = said.mention() ? Kind.MENTION : Kind.TEXT;
        switch (said.manner()) {
            case ACTION -> {
                pieces.add(new Piece(Kind.TEXT, "* "));
                pieces.add(new Piece(nick, by));
                pieces.add(new Piece(Kind.TEXT, " "));
                pieces.add(new Piece(text, body(said)));
            }
            case NOTICE -> {
                pieces.add(new Piece(Kind.TEXT, "-"));
                pieces.add(new Piece(nick, by));
                pieces.add(new Piece(Kind.TEXT, "- "));
                pieces.add(new Piece(text, body(said)));
            }
            case SAY -> {
                pieces.add(new Piece(nick, by));
                pieces.add(new Piece(Kind.TEXT, ": "));
                if (!said.quote().isEmpty()) {
                    pieces.add(new Piece(Kind.QUIET, "[" + Harmless.line(said.quote()) + "] "));
                }
                pieces.add(new Piece(text, body(said)));
            }
        }
        return pieces;
    }

    /// Lines after the first one are indented, so that none of them looks like another's message.
    private static String body(Said said) {
        return lines(said.text());
    }

    private static String lines(String text) {
        return Harmless.lines(text).replace("\n", "\n      | ");
    }

    /// What else happens, in words; empty if it is not worth a line.
    String text(Happening happening) {
        return switch (happening) {
            case Happening.Spoke(var said, _) -> plain(said(said, true));
            case Happening.Found(var said) -> plain(said(said, true));
            case Happening.Came it -> phrase("came", safe(it.by(), it.place()));
            case Happening.Left it -> reason("left", it.reason(), safe(it.by(), it.place()));
            case Happening.Quit it -> reason("gone", it.reason(), safe(it.by()));
            case Happening.Kicked it ->
                    reason("kicked", it.reason(), safe(it.by(), it.whom(), it.place()));
            case Happening.Renamed it -> phrase("renamed", safe(it.from(), it.to()));
            case Happening.TopicSet it ->
                    phrase(
                            it.topic().isEmpty() ? "topic.removed" : "topic.set",
                            safe(it.by(), it.place(), it.topic()));
            case Happening.Redacted it ->
                    phrase(
                            it.whose().isEmpty() ? "redacted" : "redacted.of",
                            safe(it.by(), it.whose(), clock(it.time())));
            case Happening.Absent it ->
                    it.away()
                            ? reason("absent", it.reason(), safe(it.by()))
                            : phrase("present", safe(it.by()));
            case Happening.Waits it -> phrase("waits", lines(it.text()));
            case Happening.Turned it -> turned(it);
            case Happening.NewFrom _ -> phrase("new");
            case Happening.Told it ->
                    phrase(it.code(), it.arguments().stream().map(Words::safe).toArray());
            case Happening.Help(var command) -> help(command);
            case Happening.Answer(var text) -> Harmless.line(text);
        };
    }

    private String turned(Happening.Turned it) {
        var place = Harmless.line(it.place());
        return it.topic().isEmpty() ? place : place + " · " + Harmless.line(it.topic());
    }

    private String help(String command) {
        var usage = phrase("command.usage." + command);
        return usage
                + " ".repeat(Math.max(1, HELP_COLUMN - usage.length()))
                + phrase("command.help." + command);
    }

    private String reason(String key, String reason, Object... arguments) {
        var text = phrase(key, arguments);
        return reason.isEmpty() ? text : text + " (" + Harmless.line(reason) + ")";
    }

    private static Object[] safe(String... texts) {
        var safe = new Object[texts.length];
        for (var i = 0; i < texts.length; i++) {
            safe[i] = Harmless.line(texts[i]);
        }
        return safe;
    }

    private static Object safe(Object argument) {
        return argument instanceof String text ? Harmless.line(text) : argument;
    }

    static String plain(List<Piece> pieces) {
        var line = new StringBuilder();
        pieces.forEach(piece -> line.append(piece.text()));
        return line.toString();
    }
}
