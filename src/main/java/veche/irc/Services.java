package veche.irc;

import veche.event.Manner;
import veche.event.Text;

/// The services that one can talk to as if they were people.
final class Services {

    private Services() {}

    /// Does what somebody asks a service for.
    ///
    /// @return whether the target was a service
    static boolean takes(Client client, String target, Text text, Manner manner) {
        return false;
    }
}
