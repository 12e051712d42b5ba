package veche.journal;

/// How much of what happened in a conversation somebody wants to know.
public enum Scope {
    /// What people said, did and set as a topic.
    SPOKEN,
    /// Also who came and went, was called something else or removed, what the channel was made
    /// like, and that messages were deleted.
    EVERYTHING
}
