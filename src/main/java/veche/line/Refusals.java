package veche.line;

import veche.event.Refusal;
import veche.event.Refusal.AccessFull;
import veche.event.Refusal.AccountChanged;
import veche.event.Refusal.AccountsChanged;
import veche.event.Refusal.AlreadyLoggedIn;
import veche.event.Refusal.AlreadySent;
import veche.event.Refusal.BadMode;
import veche.event.Refusal.Banned;
import veche.event.Refusal.CertificateTaken;
import veche.event.Refusal.ChannelNameTaken;
import veche.event.Refusal.ChannelNotOwned;
import veche.event.Refusal.ChannelTaken;
import veche.event.Refusal.Failed;
import veche.event.Refusal.KnockedBefore;
import veche.event.Refusal.ListFull;
import veche.event.Refusal.LooksLike;
import veche.event.Refusal.MayNotDelete;
import veche.event.Refusal.MayNotJoin;
import veche.event.Refusal.MayNotRename;
import veche.event.Refusal.MayNotSpeak;
import veche.event.Refusal.MetadataForbidden;
import veche.event.Refusal.MetadataFull;
import veche.event.Refusal.MetadataNotSet;
import veche.event.Refusal.MetadataTooOften;
import veche.event.Refusal.NameFixed;
import veche.event.Refusal.NameTaken;
import veche.event.Refusal.NeedsRank;
import veche.event.Refusal.NoSuchAccount;
import veche.event.Refusal.NoSuchBan;
import veche.event.Refusal.NoSuchCertificate;
import veche.event.Refusal.NoSuchChannel;
import veche.event.Refusal.NoSuchPerson;
import veche.event.Refusal.NoSuchToken;
import veche.event.Refusal.NotClosed;
import veche.event.Refusal.NotFounder;
import veche.event.Refusal.NotLoggedIn;
import veche.event.Refusal.NotMember;
import veche.event.Refusal.NotOperator;
import veche.event.Refusal.NotStoredYet;
import veche.event.Refusal.OtherIsMember;
import veche.event.Refusal.OtherNotMember;
import veche.event.Refusal.Purged;
import veche.event.Refusal.RegistrationClosed;
import veche.event.Refusal.SentElsewhere;
import veche.event.Refusal.TooManyCertificates;
import veche.event.Refusal.TooManyChannels;
import veche.event.Refusal.WantsAccount;

/// Why something did not happen, in the words of this protocol.
final class Refusals {

    private Refusals() {}

    /// The key of the phrase that says it.
    static String phrase(Refusal refusal) {
        return switch (refusal) {
            case NameTaken _ -> "refused.name_taken";
            case LooksLike _ -> "refused.looks_like";
            case NameFixed _ -> "refused.name_fixed";
            case RegistrationClosed _ -> "refused.registration_closed";
            case NoSuchAccount _, NoSuchPerson _ -> "refused.no_such_account";
            case NotLoggedIn _ -> "refused.not_logged_in";
            case AlreadyLoggedIn _ -> "refused.logged_in";
            case AccountChanged _, AccountsChanged _ -> "refused.account_changed";
            case NotMember _ -> "refused.not_member";
            case NoSuchChannel _ -> "refused.no_such_channel";
            case NeedsRank _ -> "refused.needs_rank";
            case MayNotJoin _ -> "refused.may_not_join";
            case Purged _ -> "refused.purged";
            case SentElsewhere _ -> "refused.sent_elsewhere";
            case NotClosed _ -> "refused.not_closed";
            case KnockedBefore _ -> "refused.knocked_before";
            case TooManyChannels _ -> "refused.too_many_channels";
            case MayNotSpeak _ -> "refused.may_not_speak";
            case WantsAccount _ -> "refused.wants_account";
            case OtherNotMember _ -> "refused.other_not_member";
            case OtherIsMember _ -> "refused.other_is_member";
            case ListFull _ -> "refused.list_full";
            case BadMode _ -> "refused.bad_mode";
            case ChannelTaken _ -> "refused.channel_taken";
            case ChannelNameTaken _ -> "refused.channel_name_taken";
            case MayNotRename _ -> "refused.may_not_rename";
            case ChannelNotOwned _ -> "refused.channel_not_owned";
            case AccessFull _ -> "refused.access_full";
            case NotFounder _ -> "refused.not_founder";
            case MayNotDelete _ -> "refused.may_not_delete";
            case AlreadySent _ -> "refused.already_sent";
            case CertificateTaken _ -> "refused.certificate_taken";
            case NoSuchCertificate _ -> "refused.no_such_certificate";
            case TooManyCertificates _ -> "refused.too_many_certificates";
            case NoSuchToken _ -> "refused.no_such_token";
            case NotOperator _ -> "refused.not_operator";
            case Banned _ -> "refused.banned";
            case NoSuchBan _ -> "refused.no_such_ban";
            case MetadataForbidden _, MetadataNotSet _, MetadataFull _, MetadataTooOften _ ->
                    "refused.metadata";
            case NotStoredYet _ -> "refused.not_stored_yet";
            case Failed _ -> "refused.failed";
        };
    }

    /// What stands in the places of that phrase.
    static Object[] arguments(Refusal refusal) {
        return switch (refusal) {
            case NameTaken(var name) -> new Object[] {name};
            case LooksLike(var name, var taken) -> new Object[] {name, taken};
            case NameFixed(var wanted, var account) -> new Object[] {wanted, account};
            case NoSuchAccount(var name) -> new Object[] {name};
            case NoSuchPerson(var name) -> new Object[] {name};
            case WantsAccount(var name) -> new Object[] {name};
            case NotMember(var channel) -> new Object[] {channel};
            case NoSuchChannel(var channel) -> new Object[] {channel};
            case TooManyChannels(var channel) -> new Object[] {channel};
            case NeedsRank(var channel, var rank) -> new Object[] {channel, rank.name()};
            case MayNotJoin(var channel, var why) -> new Object[] {channel, why.name()};
            case MayNotSpeak(var channel, var why) -> new Object[] {channel, why.name()};
            case Purged(var channel, var why) ->
                    new Object[] {channel, why.map(it -> ": " + it.plain()).orElse("")};
            case SentElsewhere(var channel, var other) -> new Object[] {channel, other};
            case OtherNotMember(var channel, var name) -> new Object[] {channel, name};
            case OtherIsMember(var channel, var name) -> new Object[] {channel, name};
            case ListFull(var channel, _, var mask) -> new Object[] {channel, mask};
            case BadMode(var channel, _, var value) -> new Object[] {channel, value};
            case NotClosed(var channel) -> new Object[] {channel};
            case KnockedBefore(var channel) -> new Object[] {channel};
            case ChannelTaken(var channel) -> new Object[] {channel};
            case ChannelNameTaken(_, var next) -> new Object[] {next};
            case MayNotRename(var channel, var next) -> new Object[] {channel, next};
            case ChannelNotOwned(var channel) -> new Object[] {channel};
            case AccessFull(var channel) -> new Object[] {channel};
            case NoSuchBan(var whom) -> new Object[] {whom};
            case NotFounder(var channel) -> new Object[] {channel};
            case MetadataForbidden(var whose, _) -> new Object[] {whose};
            case MetadataNotSet(var whose, _) -> new Object[] {whose};
            case MetadataFull(var whose) -> new Object[] {whose};
            case MetadataTooOften(var whose, _, _) -> new Object[] {whose};
            case TooManyCertificates(var most) -> new Object[] {most};
            case CertificateTaken _, NoSuchCertificate _, NoSuchToken _ -> new Object[] {};
            case RegistrationClosed _, NotLoggedIn _, AlreadyLoggedIn _, AccountChanged _ ->
                    new Object[] {};
            case AccountsChanged _, MayNotDelete _, AlreadySent _, Failed _ -> new Object[] {};
            case NotStoredYet _, NotOperator _, Banned _ -> new Object[] {};
        };
    }
}
