package veche.console;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import veche.chat.Ban;
import veche.chat.Hub;
import veche.event.Exile;
import veche.event.Text;

/// Whom a ban is about, as operators write and read it.
final class NamedExile {

    private NamedExile() {}

    /// @throws Failure if it is nothing that can be banned
    static Exile read(String written, Hub hub) throws Failure {
        return Exile.parse(written, hub.names())
                .orElseThrow(() -> Failure.misuse("ban.bad", written));
    }

    /// Everyone who may not be here, for completion.
    static List<String> all(Hub hub, Clock clock) {
        return hub.state().bans().all(clock.instant()).stream()
                .map(ban -> ban.whom().text())
                .toList();
    }

    static String line(Ban ban, Operator operator, ZoneId zone) {
        var phrases = operator.phrases();
        var line = new StringBuilder();
        line.append(
                phrases.text(
                        "ban.by", ban.whom().text(), ban.by(), Moment.text(ban.since(), zone)));
        ban.until()
                .ifPresent(end -> line.append(phrases.text("ban.until", Moment.text(end, zone))));
        if (ban.sparesAccounts()) {
            line.append(phrases.text("ban.spares"));
        }
        ban.why().ifPresent(why -> line.append(": ").append(why.plain()));
        return line.toString();
    }

    static Map<String, Object> value(Ban ban) {
        var value = new LinkedHashMap<String, Object>();
        value.put("whom", ban.whom().text());
        value.put("require_sasl", ban.sparesAccounts());
        value.put("by", ban.by());
        value.put("since", ban.since().toString());
        ban.until().ifPresent(end -> value.put("until", end.toString()));
        ban.why().map(Text::plain).ifPresent(why -> value.put("reason", why));
        return value;
    }
}
