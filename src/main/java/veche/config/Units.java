package veche.config;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Amounts as settings and commands write them: a whole number and a unit, such as `90s` or
/// `10MiB`.
public final class Units {

    /// Time spans, in seconds.
    public static final Units TIME =
            new Units(
                    new Unit("s", 1),
                    new Unit("m", 60),
                    new Unit("h", 3600),
                    new Unit("d", 86_400));

    /// Sizes, in bytes.
    public static final Units SIZE =
            new Units(
                    new Unit("B", 1),
                    new Unit("KiB", 1 << 10),
                    new Unit("MiB", 1 << 20),
                    new Unit("GiB", 1 << 30));

    private record Unit(String name, long factor) {}

    /// With nine digits, no amount is more than a `long` holds.
    private static final Pattern AMOUNT =
            Pattern.compile("(?<number>[0-9]{1,9})(?<unit>[A-Za-z]+)");

    private final List<Unit> units;

    private Units(Unit... units) {
        this.units = List.of(units);
    }

    /// How much it is in the smallest unit; empty if it is not an amount.
    public OptionalLong parse(String text) {
        var amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return OptionalLong.empty();
        }
        var number = Long.parseLong(amount.group("number"));
        return units.stream()
                .filter(unit -> unit.name().equals(amount.group("unit")))
                .mapToLong(unit -> number * unit.factor())
                .findFirst();
    }

    /// The shortest way to write an amount.
    ///
    /// @param amount in the smallest unit, not negative
    public String write(long amount) {
        var unit =
                units.reversed().stream()
                        .filter(it -> amount >= it.factor() && amount % it.factor() == 0)
                        .findFirst()
                        .orElse(units.getFirst());
        return amount / unit.factor() + unit.name();
    }
}
