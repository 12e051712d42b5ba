package veche.chat;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Who is a member of a channel, as of one moment. Many ask for it at once when many come, so what
/// is made of it for one is there for the others. Any thread.
public final class Roster {

    /// Somebody by the name that they had then: they may be renamed while others are sorted.
    private record Named(String name, Person person) {

        Named(Person person) {
            this(person.name().folded(), person);
        }
    }

    private static final Comparator<Named> BY_NAME = Comparator.comparing(Named::name);

    private final int moment;
    private final List<Person> people;
    private final Renderings<List<Person>> rendered = new Renderings<>();

    /// @param moment how often the channel had changed by then
    /// @param people in any order
    Roster(int moment, List<Person> people) {
        this.moment = moment;
        this.people = people.stream().map(Named::new).sorted(BY_NAME).map(Named::person).toList();
    }

    boolean isOf(int other) {
        return moment == other;
    }

    /// The members, by name.
    public List<Person> people() {
        return people;
    }

    /// What all who see everybody are told in the same way, made once.
    ///
    /// @param style what it depends on besides who is there and what ranks they have; a value with
    ///   `equals`, of a class for which it is always of the same type
    /// @param render makes it
    public <T> T rendered(Object style, Function<List<Person>, T> render) {
        return rendered.of(style, people, render);
    }
}
