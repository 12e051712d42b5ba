package veche.chat;

import static java.util.Comparator.naturalOrder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.CertificateAdded;
import veche.event.Event.CertificateRemoved;
import veche.name.PersonId;

/// By which certificates of their clients people can log in, by the [fingerprints][
/// veche.certificate.Fingerprint] of these. The hub's thread alone changes it; any thread reads it.
public final class Fingerprints {

    private final Map<String, PersonId> owners = new ConcurrentHashMap<>();

    /// The account that a certificate is good for; empty if there is none.
    public Optional<PersonId> owner(String fingerprint) {
        return Optional.ofNullable(owners.get(fingerprint));
    }

    /// All that are good for an account, in the order of their digits.
    public List<String> of(PersonId account) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().equals(account))
                .map(Map.Entry::getKey)
                .sorted(naturalOrder())
                .toList();
    }

    void apply(Entry entry) {
        switch (entry.event()) {
            case CertificateAdded(var account, var fingerprint) -> owners.put(fingerprint, account);
            case CertificateRemoved(var account, var fingerprint) ->
                    owners.remove(fingerprint, account);
            case AccountRemoved(var author) -> owners.values().removeIf(author.person()::equals);
            case AccountsCleared _ -> owners.clear();
            default -> {}
        }
    }
}
