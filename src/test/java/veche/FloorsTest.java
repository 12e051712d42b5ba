package veche;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The house has one package to a floor. A floor stands on those before it in this list and knows
/// nothing of those after it.
class FloorsTest {

    private static final List<String> FLOORS =
            List.of(
                    "veche.name",
                    "veche.wire",
                    "veche.language",
                    "veche.client",
                    "veche.config",
                    "veche.certificate",
                    "veche.net",
                    "veche.echo",
                    "veche.event",
                    "veche.journal",
                    "veche.account",
                    "veche.file",
                    "veche.chat",
                    "veche.line",
                    "veche.irc",
                    "veche.web",
                    "veche.console",
                    "veche.bench",
                    "veche.app");

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("veche");

    @Test
    void aFloorKnowsNothingOfThoseAfterIt() {
        for (var floor = 0; floor < FLOORS.size() - 1; floor++) {
            var later = FLOORS.subList(floor + 1, FLOORS.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(FLOORS.get(floor))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(classes);
        }
    }

    /// The terminal client is a program of its own, which stands on the lowest floors. Nothing of
    /// the server stands on it; only the command line knows both.
    @Test
    void nothingButTheCommandLineUsesTheTerminalClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages("veche.client", "veche.app")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("veche.client")
                .check(classes);
    }

    /// So is the benchmark, which measures servers from outside.
    @Test
    void theBenchmarkKnowsNothingOfTheServer() {
        noClasses()
                .that()
                .resideInAPackage("veche.bench")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("veche..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "veche.bench",
                                                        "veche.config",
                                                        "veche.console",
                                                        "veche.language"))))
                .check(classes);
    }

    @Test
    void everyPackageIsAFloor() {
        var packages =
                classes.stream().map(type -> type.getPackageName()).collect(Collectors.toSet());
        assertThat(packages).containsExactlyInAnyOrderElementsOf(FLOORS);
    }
}
