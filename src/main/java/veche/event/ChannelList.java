package veche.event;

/// The lists of masks that a channel has.
public enum ChannelList {
    /// Who may not come in, nor speak.
    BAN,
    /// Who may nevertheless.
    BAN_EXCEPTION,
    /// Who comes in without an invitation where one is needed.
    INVITE_EXCEPTION
}
