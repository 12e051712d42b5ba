package veche.console;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.account.Account;
import veche.chat.Hub;
import veche.config.Units;
import veche.file.KeptFile;
import veche.file.Uploads;

/// `files list`: all files, or those of one account.
@Command(name = "list")
final class FilesListCommand implements OperatorCommand.Inquiry {

    private final Hub hub;
    private final Uploads uploads;
    private final ZoneId zone;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    FilesListCommand(Hub hub, Uploads uploads, ZoneId zone) {
        this.hub = hub;
        this.uploads = uploads;
        this.zone = zone;
    }

    @Override
    public void run(Operator operator) throws Failure {
        var all = name.isEmpty() ? uploads.all() : of(NamedAccount.find(hub, name), uploads);
        if (all.isEmpty()) {
            operator.say("files.none");
        }
        try (var rows = operator.rows()) {
            for (var file : all) {
                rows.add(line(file), value(file));
            }
        }
    }

    static List<KeptFile> of(Account owner, Uploads uploads) {
        return uploads.all().stream().filter(it -> it.owner().equals(owner.id())).toList();
    }

    private String line(KeptFile file) {
        return "%s  %s  %-16s %10s  %s"
                .formatted(
                        file.id().text(),
                        Moment.text(file.time(), zone),
                        owner(file),
                        Units.SIZE.write(file.size()),
                        file.name());
    }

    private Map<String, Object> value(KeptFile file) {
        var value = new LinkedHashMap<String, Object>();
        value.put("id", file.id().text());
        value.put("account", owner(file));
        value.put("name", file.name().text());
        value.put("type", file.type().text());
        value.put("bytes", file.size());
        value.put("time", file.time().toString());
        value.put("path", file.path());
        return value;
    }

    private String owner(KeptFile file) {
        return hub.accounts().find(file.owner()).map(it -> it.name().text()).orElse("-");
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedAccount.names(hub);
    }
}
