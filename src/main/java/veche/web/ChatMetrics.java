package veche.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.journal.Journal;

/// What goes on in the chat.
final class ChatMetrics implements MeterBinder {

    private final Hub hub;
    private final Journal journal;
    private final WrongPasswords passwords;

    ChatMetrics(Hub hub, Journal journal, WrongPasswords passwords) {
        this.hub = hub;
        this.journal = journal;
        this.passwords = passwords;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("veche.messages", hub, it -> it.deliveries().messages())
                .description("Messages that were stored")
                .register(registry);
        FunctionCounter.builder("veche.deliveries", hub, it -> it.deliveries().deliveries())
                .description("Messages put into the outboxes of clients")
                .register(registry);
        FunctionCounter.builder("veche.entries.stored", hub, it -> it.commits().entries())
                .description("Entries of the journal that were stored, messages and others")
                .register(registry);
        Gauge.builder("veche.work.waiting", hub, it -> it.commits().waiting())
                .description("Commands that are decided and not yet stored and told")
                .register(registry);
        Gauge.builder(
                        "veche.journal.trouble",
                        hub,
                        it -> it.commits().trouble().isPresent() ? 1 : 0)
                .description("1 while nothing can be stored")
                .register(registry);
        Gauge.builder("veche.messages.kept", journal, Journal::messages)
                .description("Messages in the history")
                .register(registry);
        Gauge.builder("veche.accounts", hub, it -> it.accounts().size())
                .description("Accounts that there are")
                .register(registry);
        Gauge.builder("veche.channels", hub, it -> it.state().channels().size())
                .description("Channels that there are")
                .register(registry);
        FunctionCounter.builder("veche.logins", passwords, WrongPasswords::rightAttempts)
                .description("Attempts to prove who one is that were right")
                .register(registry);
        FunctionCounter.builder("veche.login.failures", passwords, WrongPasswords::wrongAttempts)
                .description("Attempts to prove who one is that were wrong")
                .register(registry);
    }
}
