package veche.event;

import veche.name.Nickname;
import veche.name.PersonId;

/// Who did something: the account, and what it was called when it did. The name stays when the
/// account goes.
public record Author(PersonId account, Nickname name) {}
