package veche.event;

/// How something is said.
public enum Manner {
    /// `ann: good morning`
    SPEECH,
    /// `* ann waves`
    ACTION,
    /// Said so that no program answers it.
    NOTICE
}
