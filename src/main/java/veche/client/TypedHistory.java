package veche.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/// What was typed before, but for what is told to services such as NickServ: that may have a
/// password in it. If its file cannot be read or written, all of it is still there until the end.
final class TypedHistory extends DefaultHistory {

    private static final Pattern TOLD_TO_SERVICE =
            Pattern.compile(
                    "\\s*/(msg|query)\\s+\\S*serv\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Reads the file, or writes it.
    private interface Access {
        void run() throws IOException;
    }

    private final Runnable unkept;
    private volatile boolean isSecret;
    private boolean isUnkept;

    /// @param unkept called once when the file can be of no use
    TypedHistory(Runnable unkept) {
        this.unkept = unkept;
    }

    /// From now on whatever is typed may be a password, or not.
    void secret(boolean secret) {
        isSecret = secret;
    }

    @Override
    public void add(Instant time, String line) {
        if (!isSecret && !TOLD_TO_SERVICE.matcher(line).matches()) {
            super.add(time, line);
        }
    }

    @Override
    public void load() {
        attempt(super::load);
    }

    @Override
    public void save() {
        attempt(super::save);
    }

    private void attempt(Access access) {
        if (isUnkept) {
            return;
        }
        try {
            access.run();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            isUnkept = true;
            unkept.run();
        }
    }
}
