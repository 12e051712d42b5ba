package veche.client;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/// What was typed before, but for what is told to services such as NickServ: that may have a
/// password in it.
final class TypedHistory extends DefaultHistory {

    private static final Pattern TOLD_TO_SERVICE =
            Pattern.compile(
                    "\\s*/(msg|query)\\s+\\S*serv\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private volatile boolean isSecret;

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
}
