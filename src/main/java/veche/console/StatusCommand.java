package veche.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `status`: how the server is doing.
@Command(name = "status")
public final class StatusCommand implements OperatorCommand.Inquiry {

    private final List<Supplier<Map<String, Object>>> figures;

    /// @param figures each with its name: strings, numbers, booleans, durations and maps; the
    ///   phrase `status.NAME` says it in words
    public StatusCommand(List<Supplier<Map<String, Object>>> figures) {
        this.figures = figures;
    }

    @Override
    public void run(Operator operator) {
        var all = new LinkedHashMap<String, Object>();
        figures.forEach(source -> all.putAll(source.get()));
        all.forEach((name, value) -> operator.say("status." + name, words(value, operator)));
        operator.answer(new Figures(List.of(() -> all)).all());
    }

    private static Object words(Object value, Operator operator) {
        return switch (value) {
            case Boolean yes -> operator.phrases().text(yes ? "yes" : "no");
            case Duration time -> Durations.text(time);
            case Map<?, ?> parts when parts.isEmpty() -> operator.phrases().text("none");
            case Map<?, ?> parts ->
                    parts.entrySet().stream()
                            .map(part -> part.getKey() + " " + part.getValue())
                            .collect(Collectors.joining(", "));
            default -> value;
        };
    }
}
