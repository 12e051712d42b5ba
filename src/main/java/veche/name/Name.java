package veche.name;

/// What a name is, whatever it is the name of: how it is shown and how it is compared. Made once
/// and compared often, so that what is compared is kept.
abstract sealed class Name permits Nickname, ChannelName {

    private final Spelling spelling;
    private final CaseMapping mapping;

    Name(Spelling spelling, CaseMapping mapping) {
        this.spelling = spelling;
        this.mapping = mapping;
    }

    final Spelling spelling() {
        return spelling;
    }

    /// What is shown: as it was first written, in composed form and usual width.
    public final String text() {
        return spelling.text();
    }

    /// What is compared: two names are the same name exactly if this is equal.
    public final String folded() {
        return spelling.folded();
    }

    /// By what it is compared, and so is what is compared with it.
    public final CaseMapping mapping() {
        return mapping;
    }

    /// No nickname is the name of a channel, since none begins with `#`.
    @Override
    public final boolean equals(Object other) {
        return other instanceof Name that && folded().equals(that.folded());
    }

    @Override
    public final int hashCode() {
        return folded().hashCode();
    }

    @Override
    public final String toString() {
        return text();
    }
}
