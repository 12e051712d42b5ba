package veche.irc;

/// What a client wants to know with WHO: `[flags][%fields[,token]]`
/// (https://ircv3.net/specs/extensions/whox).
///
/// @param operators whether only of operators
/// @param extended whether it has said what it wants to know
/// @param fields the letters of that
/// @param token what stands before each answer, if the fields have a `t`
record WhoQuery(boolean operators, boolean extended, String fields, String token) {

    /// Reads what stands behind the mask. What it does not understand it leaves out.
    static WhoQuery parse(String options) {
        var percent = options.indexOf('%');
        var flags = percent < 0 ? options : options.substring(0, percent);
        var asked = percent < 0 ? "" : options.substring(percent + 1);
        var comma = asked.indexOf(',');
        var fields = comma < 0 ? asked : asked.substring(0, comma);
        var token = comma < 0 ? "" : asked.substring(comma + 1);
        return new WhoQuery(
                flags.indexOf('o') >= 0,
                percent >= 0,
                fields,
                token.matches("[0-9]{1,3}") ? token : "0");
    }

    boolean has(char field) {
        return fields.indexOf(field) >= 0;
    }
}
