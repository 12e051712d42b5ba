package veche.web;

/// Something that can be asked for by its path.
@FunctionalInterface
interface Page {

    /// What it says now. Called on a virtual thread for each request; may wait.
    Answer answer();
}
