package veche.event;

import veche.name.AccountId;
import veche.name.AccountName;

/// Who did something: the account, and what it was called when it did. The name stays when the
/// account goes.
public record Author(AccountId account, AccountName name) {}
