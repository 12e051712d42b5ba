package veche.name;

/// Which account, for ever. A name can be registered again after its account was removed; the new
/// account has another id, so what belonged to the old one does not become its property.
///
/// @param value the position of the entry in the journal by which the account was registered; at
///   least 1
public record AccountId(long value) implements Comparable<AccountId> {

    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("not an account id: " + value);
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }
}
