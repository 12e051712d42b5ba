package veche.console;

import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import veche.chat.Hub;
import veche.file.Uploads;

/// `files`: what people have uploaded.
@Command(name = "files")
public final class FilesCommand implements OperatorCommand.Group {

    private final Hub hub;
    private final Uploads uploads;
    private final ZoneId zone;

    /// @param zone in which times are shown
    public FilesCommand(Hub hub, Uploads uploads, ZoneId zone) {
        this.hub = hub;
        this.uploads = uploads;
        this.zone = zone;
    }

    @Override
    public List<OperatorCommand> commands() {
        return List.of(
                new FilesListCommand(hub, uploads, zone), new FilesRemoveCommand(hub, uploads));
    }
}
