package veche.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import veche.event.Conversation;
import veche.name.PersonId;

/// What somebody looks for in what was said.
///
/// @param within where to look
/// @param words anything that a person may type; it has no syntax, and only its letters and digits
///   count. What is found has all of these words, or words that begin with them. If it is blank,
///   and only then, and if `by` is not empty, everything that has a text is found
/// @param by who said it: the account they were logged in to, or else the guest
/// @param after only what has a higher position
/// @param before only what has a lower position
/// @param limit at most so many, the last ones; at least 1
public record Search(
        List<Conversation> within,
        String words,
        Optional<PersonId> by,
        long after,
        long before,
        int limit) {

    public Search {
        within = List.copyOf(within);
    }

    /// For what anyone said before a position.
    public Search(Collection<? extends Conversation> within, String words, long before, int limit) {
        this(List.copyOf(within), words, Optional.empty(), 0, before, limit);
    }

    /// Whether nothing can be found.
    boolean isVain() {
        return within.isEmpty()
                || (Words.of(words).isEmpty() && !(words.isBlank() && by.isPresent()));
    }
}
