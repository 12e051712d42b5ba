package veche.name;

/// Which person, for ever: the owner of an account, or a guest, for as long as they stay. A name
/// can be registered again after its account was removed; the new owner has another id, so what
/// belonged to the old one does not become their property.
///
/// @param value the position of the entry in the journal by which the account was registered, or by
///   which the guest arrived; at least 1
public record PersonId(long value) implements Comparable<PersonId> {

    public PersonId {
        if (value < 1) {
            throw new IllegalArgumentException("not the id of a person: " + value);
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return Long.compare(value, other.value);
    }
}
