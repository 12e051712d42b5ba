package veche.client;

import java.util.List;

/// What Tab offers.
///
/// @param nicknames those of the conversation that is looked at
/// @param conversations channels and people
record Completions(List<String> nicknames, List<String> conversations) {

    static final Completions NONE = new Completions(List.of(), List.of());
}
