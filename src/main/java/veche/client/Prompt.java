package veche.client;

/// What whoever sits at the terminal is asked for.
sealed interface Prompt {

    /// Nothing: we are busy.
    record Busy() implements Prompt {}

    /// An answer.
    ///
    /// @param hidden whether it is not shown as it is typed
    record Ask(String question, boolean hidden) implements Prompt {}

    /// Whatever they want to say.
    ///
    /// @param secret whether what is typed may be a password, and is not kept
    record Talk(String text, boolean secret) implements Prompt {}

    /// Nothing any more.
    record Over(Exit exit) implements Prompt {}
}
