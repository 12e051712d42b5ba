package veche.name;

import java.util.Arrays;
import java.util.Optional;

/// What the services are called that one talks to as if they were people. Nobody else can be called
/// so, and no account.
public enum ServiceName {
    /// Keeps accounts.
    NICK_SERV("NickServ"),
    /// Keeps channels.
    CHAN_SERV("ChanServ"),
    /// Keeps what was said.
    HIST_SERV("HistServ"),
    /// Takes commands of the server's console from operators.
    OPER_SERV("OperServ");

    private final String text;

    ServiceName(String text) {
        this.text = text;
    }

    /// The service of that name; empty if it is none.
    public static Optional<ServiceName> of(Nickname name) {
        return Arrays.stream(values()).filter(it -> it.nickname().equals(name)).findFirst();
    }

    /// Letters of ASCII alone, which every [CaseMapping] compares alike.
    public Nickname nickname() {
        return new Nickname(text);
    }
}
