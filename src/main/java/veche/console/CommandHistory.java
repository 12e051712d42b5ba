package veche.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.impl.history.DefaultHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The commands that were given before. If their file cannot be read or written, they are still
/// there until the end; JLine would show a stack trace for each.
final class CommandHistory extends DefaultHistory {

    private static final Logger log = LoggerFactory.getLogger(CommandHistory.class);

    private boolean isLost;

    @Override
    public void load() {
        try {
            super.load();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            lost(e);
        }
    }

    @Override
    public void save() {
        try {
            super.save();
            isLost = false;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            lost(e);
        }
    }

    private void lost(Exception why) {
        if (!isLost) {
            isLost = true;
            log.atWarn().addKeyValue("why", why).log("console.history cannot be kept");
        }
    }
}
