package veche.wire;

/// Why a line is not a message.
public enum Malformed implements Parsed {

    /// There is nothing in it but spaces. To be ignored without a word.
    EMPTY,

    /// There are tags or a source, and nothing that could be a command after them.
    NO_COMMAND,

    /// It has NUL, CR or LF in it, which no part of a message may have.
    ILLEGAL_CHARACTER,

    /// Its tags are longer than [LineLimits#tags]. A server answers with the numeric 417.
    TAGS_TOO_LONG,

    /// What it has beside tags is longer than [LineLimits#rest]. A server answers with the numeric
    /// 417.
    REST_TOO_LONG
}
