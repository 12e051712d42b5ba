package veche.console;

import veche.chat.Command;
import veche.chat.Hub;
import veche.event.Refusal;
import veche.event.Refusal.AccountsChanged;
import veche.event.Refusal.LooksLike;
import veche.event.Refusal.NameTaken;
import veche.event.Refusal.NoSuchAccount;
import veche.event.Refusal.NoSuchBan;
import veche.event.Refusal.NotStoredYet;
import veche.event.Refused;

/// Has the hub do something for the operator, and puts a refusal into the operator's words.
final class Deed {

    private Deed() {}

    /// The same. If the disk does not take it in time, the operator is told so after the answer, in
    /// which there may be what nobody else knows.
    static void perform(Hub hub, Command.Operating command, Operator operator)
            throws Failure, InterruptedException {
        try {
            hub.perform(command);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof NotStoredYet)) {
                throw failure(refused.refusal());
            }
            operator.failAfterwards(failure(refused.refusal()));
        }
    }

    static void perform(Hub hub, Command.Operating command) throws Failure, InterruptedException {
        try {
            hub.perform(command);
        } catch (Refused refused) {
            throw failure(refused.refusal());
        }
    }

    private static Failure failure(Refusal refusal) {
        return switch (refusal) {
            case NameTaken(var name) -> new Failure("refused.name_taken", name);
            case LooksLike(var name, var taken) -> new Failure("refused.looks_like", name, taken);
            case NoSuchAccount(var name) -> new Failure("refused.no_such_account", name);
            case NoSuchBan(var whom) -> new Failure("refused.no_such_ban", whom);
            case NotStoredYet _ -> new Failure("refused.not_stored_yet");
            case AccountsChanged _ -> new Failure("refused.accounts_changed");
            // What only people in the chat can be refused.
            default -> new Failure("refused.failed");
        };
    }
}
