package veche.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import veche.account.Snapshot.Saved;
import veche.event.Credential;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// A [Snapshot] as JSON, in UTF-8:
///
/// ```
/// {
///   "format" : 1,
///   "taken" : "2026-11-22T20:13:38Z",
///   "accounts" : [ {
///     "id" : 17,
///     "name" : "Ann",
///     "registered" : "2026-09-01T08:00:00Z",
///     "language" : "ru",
///     "credential" : "$argon2id$...",
///     "channels" : [ "#tea" ],
///     "seen" : 4711
///   } ]
/// }
/// ```
///
/// `language` is missing where none was chosen.
final class SnapshotFormat {

    /// Changes when an older server could no longer read what we write.
    private static final int FORMAT = 1;

    private SnapshotFormat() {}

    static byte[] write(Snapshot snapshot) throws IOException {
        var file = new LinkedHashMap<String, Object>();
        file.put("format", FORMAT);
        file.put("taken", snapshot.taken().toString());
        file.put("accounts", snapshot.accounts().stream().map(SnapshotFormat::fields).toList());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(file);
    }

    private static Map<String, Object> fields(Saved saved) {
        var account = saved.account();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", account.id().value());
        fields.put("name", account.name().text());
        fields.put("registered", account.registered().toString());
        account.language().ifPresent(language -> fields.put("language", language.tag()));
        fields.put("credential", account.credential().secret());
        fields.put("channels", saved.channels().stream().map(ChannelName::text).toList());
        fields.put("seen", saved.seen());
        return fields;
    }

    /// @param mapping by which names are read
    /// @throws IOException if it is not JSON, or not such JSON; the message says what is wrong, and
    ///   where
    static Snapshot read(byte[] file, CaseMapping mapping) throws IOException {
        var fields = new Fields("", parse(file));
        if (fields.number("format", 1) != FORMAT) {
            throw fields.wrong("format", "must be " + FORMAT + ": another Veche wrote this");
        }
        var accounts = new ArrayList<Saved>();
        var ids = new HashSet<PersonId>();
        var names = new HashSet<Nickname>();
        for (var account : fields.objects("accounts")) {
            var saved = saved(account, mapping);
            if (!ids.add(saved.account().id()) || !names.add(saved.account().name())) {
                throw account.wrong("name", "or id is that of another account too");
            }
            accounts.add(saved);
        }
        return new Snapshot(fields.time("taken"), accounts);
    }

    private static Map<String, Object> parse(byte[] file) throws IOException {
        try {
            return JSON.std.mapFrom(file);
        } catch (JsonProcessingException wrong) {
            var place = wrong.getLocation();
            throw new SnapshotException(
                    place == null
                            ? wrong.getOriginalMessage()
                            : "line %d, column %d: %s"
                                    .formatted(
                                            place.getLineNr(),
                                            place.getColumnNr(),
                                            wrong.getOriginalMessage()),
                    wrong);
        }
    }

    private static Saved saved(Fields fields, CaseMapping mapping) throws SnapshotException {
        var account =
                new Account(
                        new PersonId(fields.number("id", 1)),
                        fields.read("name", mapping::parseNickname, "a name"),
                        fields.time("registered"),
                        fields.has("language")
                                ? Optional.of(
                                        fields.read("language", Language::parse, "a language"))
                                : Optional.empty(),
                        new Credential(fields.text("credential")));
        return new Saved(
                account,
                fields.texts("channels", mapping::parseChannel, "names of channels"),
                fields.number("seen", 0));
    }
}
