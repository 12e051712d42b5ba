package veche.event;

/// What proves that a password is the right one. Only `account` knows what is in it; everyone else
/// carries it about.
///
/// @param secret not the password, and yet nothing to show to anyone
public record Credential(String secret) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
