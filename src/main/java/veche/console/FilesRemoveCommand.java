package veche.console;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import veche.chat.Hub;
import veche.file.FileId;
import veche.file.KeptFile;
import veche.file.Uploads;

/// `files remove`: removes one file, or all of one account, for ever.
@Command(name = "remove")
final class FilesRemoveCommand implements OperatorCommand {

    private final Hub hub;
    private final Uploads uploads;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", descriptionKey = "ID")
    private String id = "";

    @Option(names = "--account", paramLabel = "NAME")
    private String account = "";

    @Option(names = "--yes")
    private boolean yes;

    FilesRemoveCommand(Hub hub, Uploads uploads) {
        this.hub = hub;
        this.uploads = uploads;
    }

    @Override
    public void run(Operator operator) throws Failure, IOException {
        var unwanted = unwanted();
        if (!yes) {
            operator.requireYes("--yes", "files.remove.sure", unwanted.size());
        }
        for (var file : unwanted) {
            uploads.remove(file.id());
        }
        operator.say("files.removed", unwanted.size());
        operator.answer(Map.of("removed", unwanted.size()));
    }

    private List<KeptFile> unwanted() throws Failure {
        if (id.isEmpty() == account.isEmpty()) {
            throw Failure.misuse("files.which");
        }
        if (id.isEmpty()) {
            return FilesListCommand.of(NamedAccount.find(hub, account), uploads);
        }
        return FileId.parse(id)
                .flatMap(uploads::find)
                .map(List::of)
                .orElseThrow(() -> new Failure("files.no_such", id));
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return argument.isOption()
                ? NamedAccount.names(hub)
                : uploads.all().stream().map(file -> file.id().text()).toList();
    }
}
