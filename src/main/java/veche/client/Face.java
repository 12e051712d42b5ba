package veche.client;

/// Where what happens is shown: a terminal, plain lines, or lines of JSON. Called by the thread
/// that owns the state.
interface Face {

    void show(Happening happening);

    /// What is asked for has changed. Whoever is typing an answer goes on from there.
    void prompt(Prompt prompt);

    /// What can be completed has changed.
    void completions(Completions completions);
}
