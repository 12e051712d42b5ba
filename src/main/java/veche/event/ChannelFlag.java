package veche.event;

/// What a channel can be like: each holds or does not.
public enum ChannelFlag {
    /// Only members of some rank speak.
    MODERATED,
    /// Only members see that it is there.
    SECRET,
    /// Only those come in who were invited.
    INVITE_ONLY,
    /// Only half-operators and above set the topic.
    TOPIC_LOCKED,
    /// Only members speak.
    NO_EXTERNAL,
    /// Only those come in who are logged in to an account.
    ACCOUNTS_ONLY,
    /// Only those speak who are logged in to an account, or have a rank.
    ACCOUNTS_SPEAK,
    /// Nobody sends commands to the programs of others (CTCP), except for actions.
    NO_CTCP,
    /// What somebody says who may not speak is shown to those who keep order.
    OPERATOR_MODERATED,
    /// Members without a rank see only those who have one, and each other not.
    AUDITORIUM
}
