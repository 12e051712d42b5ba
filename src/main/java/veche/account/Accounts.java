package veche.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.CredentialSet;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Registered;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.name.ServiceName;

/// All accounts, as the entries of the journal have made them.
///
/// One thread, the hub's, applies entries and asks for look-alikes. Any thread may read the rest;
/// it sees an entry's effect on one account whole or not at all.
public final class Accounts {

    /// What nobody is called: the services, and whoever reads about themselves.
    private static final Set<Nickname> RESERVED =
            Stream.concat(
                            Arrays.stream(ServiceName.values()).map(ServiceName::nickname),
                            Arrays.stream(Language.values())
                                    .map(Language::you)
                                    .flatMap(you -> CaseMapping.PRECIS.parseNickname(you).stream()))
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<PersonId, Account> byId = new ConcurrentHashMap<>();
    private final Map<Nickname, PersonId> byName = new ConcurrentHashMap<>();
    private final LookAlikes lookAlikes = new LookAlikes();
    private final LookAlikes reserved = new LookAlikes();
    private final AtomicLong version = new AtomicLong();

    public Accounts() {
        RESERVED.forEach(reserved::add);
    }

    /// Does to the accounts what an entry says; those about anything else change nothing. Runs on
    /// the hub thread.
    public void apply(Entry entry) {
        switch (entry.event()) {
            case Registered(var author) ->
                    add(
                            new Account(
                                    author.person(),
                                    author.name(),
                                    entry.time(),
                                    Optional.empty(),
                                    Account.LOCKED));
            case CredentialSet(var id, var credential) -> {
                byId.computeIfPresent(id, (_, account) -> account.with(credential));
                version.incrementAndGet();
            }
            case LanguageChosen(var id, var language) ->
                    byId.computeIfPresent(id, (_, account) -> account.with(language));
            case AccountRemoved(var author) -> remove(author.person());
            case AccountsCleared _ -> clear();
            default -> {}
        }
    }

    private void add(Account account) {
        remove(account.id());
        byId.put(account.id(), account);
        byName.put(account.name(), account.id());
        lookAlikes.add(account.name());
        version.incrementAndGet();
    }

    private void remove(PersonId id) {
        find(id).ifPresent(account -> {
            byName.remove(account.name(), id);
            byId.remove(id);
            lookAlikes.remove(account.name());
            version.incrementAndGet();
        });
    }

    private void clear() {
        byName.clear();
        byId.clear();
        lookAlikes.clear();
        version.incrementAndGet();
    }

    /// The account of that name, in whatever case it is written.
    public Optional<Account> named(Nickname name) {
        return Optional.ofNullable(byName.get(name)).flatMap(this::find);
    }

    /// The account of that id, if it has not been removed.
    public Optional<Account> find(PersonId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Every account, by name.
    public List<Account> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(account -> account.name().folded()))
                .toList();
    }

    /// How many accounts there are.
    public int size() {
        return byId.size();
    }

    /// Grows with every change to who exists or to a credential. What was found out about an
    /// account's password holds as long as this is the same.
    public long version() {
        return version.get();
    }

    /// The accounts whose names could be taken for this one by their looks, though they are not the
    /// same; those first that are known longest. Runs on the hub thread; takes some microseconds,
    /// but the first time also some for each account, and a tenth of a second if nobody has [warmed
    /// up][#warmUp].
    public List<Account> lookAlikes(Nickname name) {
        return lookAlikes.of(name).stream().flatMap(other -> named(other).stream()).toList();
    }

    /// The name of a service, or `you`, that this one is, or could be taken for by its looks. Runs
    /// on the hub thread, as [#lookAlikes].
    public Optional<Nickname> reservedLike(Nickname name) {
        return Optional.of(name)
                .filter(RESERVED::contains)
                .or(() -> reserved.of(name).stream().findFirst());
    }

    /// Loads the tables by which look-alikes are found, which takes a tenth of a second once. For
    /// any thread with nothing better to do while the server starts.
    public static void warmUp() {
        LookAlikes.warmUp();
    }
}
