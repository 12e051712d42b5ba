package veche;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import veche.name.ChannelName;
import veche.name.Nickname;

/// Which names are the same is the operator's choice, so that nobody makes one by a mapping of
/// their own. What [veche.name.CaseMapping] offers is the only way that is left.
class NamesAreReadByTheMappingTest {

    @Test
    void nobodyMakesANameButByTheCaseMapping() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("veche");
        noClasses()
                .that()
                .resideOutsideOfPackage("veche.name")
                .should()
                .callConstructor(Nickname.class, String.class)
                .orShould()
                .callConstructor(ChannelName.class, String.class)
                .check(classes);
    }
}
