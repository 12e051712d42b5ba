package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import veche.irc.ServiceCommand.Needs;
import veche.language.Language;
import veche.language.Phrases;
import veche.name.CaseMapping;

/// What the tables of the services declare.
class ServicesTest {

    static Stream<Arguments> commands() {
        return Services.all().stream()
                .flatMap(service ->
                        service.commands().stream().map(command -> Arguments.of(service, command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasHelp(NetworkService service, ServiceCommand command) {
        var phrases = new Phrases("veche.irc.services", Language.ENGLISH);
        for (var length : List.of("short", "long")) {
            assertThat(phrases.text(service.key(command, length))).isNotBlank();
        }
    }

    @Test
    void noTwoCommandsOfAServiceHaveTheSameName() {
        for (var service : Services.all()) {
            var names = new HashSet<String>();
            for (var command : service.commands()) {
                assertThat(names.add(command.name())).as(command.name()).isTrue();
                command.aliases().forEach(name -> assertThat(names.add(name)).as(name).isTrue());
            }
        }
    }

    @Test
    void aCommandTakesAsManyWordsAsItDeclares() {
        var command = ServiceCommand.of("transfer", "<one> <two> [three]", Needs.ACCOUNT, _ -> {});
        assertThat(Stream.of(1, 2, 3, 4).filter(command::takes)).containsExactly(2, 3);
        var rest = ServiceCommand.of("search", "<words>...", Needs.ANYBODY, _ -> {});
        assertThat(Stream.of(0, 1, 50).filter(rest::takes)).containsExactly(1, 50);
        assertThat(ServiceCommand.of("list", "", Needs.ANYBODY, _ -> {}).takes(0)).isTrue();
    }

    @Test
    void servicesAreKnownInAnyCase() {
        assertThat(Services.named("NICKSERV", CaseMapping.PRECIS)).contains(NickServ.SERVICE);
        assertThat(Services.named("chanserv", CaseMapping.PRECIS)).contains(ChanServ.SERVICE);
        assertThat(Services.named("nick", CaseMapping.PRECIS)).isEmpty();
    }

    @Test
    void aCodeConfirmsOneThingOnly() {
        var code = ConfirmationCode.of("UNREGISTER #tea", 7L);
        assertThat(code).isEqualTo(ConfirmationCode.of("UNREGISTER #tea", 7L)).hasSize(8);
        assertThat(code)
                .isNotEqualTo(ConfirmationCode.of("UNREGISTER #chess", 7L))
                .isNotEqualTo(ConfirmationCode.of("UNREGISTER #tea", 8L));
    }
}
