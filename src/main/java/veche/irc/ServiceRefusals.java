package veche.irc;

import veche.event.Refusal;

/// Why a service did not do what it was asked for, in its own words.
final class ServiceRefusals {

    private ServiceRefusals() {}

    /// What hardly anybody meets here is said in the words that commands of IRC have for it.
    static void tell(Query query, Refusal refusal) throws InterruptedException {
        switch (refusal) {
            case Refusal.NameTaken(var name) -> query.say("refused.name_taken", name);
            case Refusal.LooksLike(var name, var taken) ->
                    query.say("refused.looks_like", name, taken);
            case Refusal.RegistrationClosed _ -> query.say("refused.registration_closed");
            case Refusal.NoSuchAccount(var name) -> query.say("no_such_account", name);
            case Refusal.NoSuchPerson(var name) -> query.say("no_such_person", name);
            case Refusal.NoSuchChannel(var channel) -> query.say("no_such_channel", channel);
            case Refusal.NotLoggedIn _ -> query.say("needs.account");
            case Refusal.AlreadyLoggedIn _ -> query.say("refused.logged_in");
            case Refusal.AccountChanged _ -> query.say("refused.account_changed");
            case Refusal.NotMember(var channel) -> query.say("refused.not_member", channel);
            case Refusal.OtherNotMember(var channel, var name) ->
                    query.say("refused.other_not_member", channel, name);
            case Refusal.NeedsRank(var channel, _) -> query.say("refused.needs_rank", channel);
            case Refusal.ChannelTaken(var channel) -> query.say("refused.channel_taken", channel);
            case Refusal.ChannelNotOwned(var channel) -> query.say("refused.not_owned", channel);
            case Refusal.NotFounder(var channel) -> query.say("refused.not_founder", channel);
            case Refusal.AccessFull(var channel) -> query.say("refused.access_full", channel);
            case Refusal.MayNotDelete _ -> query.say("refused.may_not_delete");
            case Refusal.CertificateTaken _ -> query.say("refused.certificate_taken");
            case Refusal.NoSuchCertificate _ -> query.say("refused.no_such_certificate");
            case Refusal.TooManyCertificates(var most) ->
                    query.say("refused.too_many_certificates", most);
            case Refusal.NoSuchToken(var id) ->
                    query.say("refused.no_such_token", Long.toString(id));
            case Refusal.NotStoredYet _ -> query.say("refused.not_stored_yet");
            case Refusal.Failed _ -> query.say("refused.failed");
            default -> {
                var client = query.client();
                for (var line :
                        client.refusals().lines(query.service().nickname().text(), refusal)) {
                    client.send(line);
                }
            }
        }
    }
}
