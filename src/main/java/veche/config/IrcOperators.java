package veche.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import veche.name.CaseMapping;

/// Those who may become operators of IRC.
///
/// @param all no two of whom have the same name
public record IrcOperators(List<IrcOperator> all) {

    public IrcOperators {
        all = List.copyOf(all);
        var names = all.stream().map(IrcOperator::name).distinct().count();
        new Check().that("operator", names == all.size(), Words.of("must.names")).pass();
    }

    /// What operators of a class may do.
    private record Rights(String name, Set<Privilege> privileges) {

        private static final Repeated<Rights> TABLE =
                new Repeated<>(
                        Map.of("name", "class", "privileges", new Setting.Several(List.of())),
                        Map.of(),
                        Rights::from);

        private Rights {
            new Check().that("name", Site.isWord(name), Words.of("must.network-name")).pass();
        }

        private static Rights from(Section section) {
            var privileges = section.list("privileges", Kind.choice(Privilege.class));
            return new Rights(section.read("name", Kind.TEXT), Set.copyOf(privileges));
        }
    }

    /// From the tables `[[operator_class]]` and `[[operator]]`.
    ///
    /// @param mapping by which names of accounts are read
    static IrcOperators from(Section section, CaseMapping mapping) {
        var classes = new LinkedHashMap<String, Set<Privilege>>();
        for (var rights : section.tables("operator_class", Rights.TABLE)) {
            classes.put(rights.name(), rights.privileges());
        }
        return new IrcOperators(section.tables("operator", IrcOperator.table(classes, mapping)));
    }

    /// The one with this name, if there is one.
    public Optional<IrcOperator> named(String name) {
        return all.stream().filter(operator -> operator.name().equals(name)).findFirst();
    }
}
