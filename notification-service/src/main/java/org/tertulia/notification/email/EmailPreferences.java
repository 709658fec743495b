package org.tertulia.notification.email;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.mail.LinkPurpose;
import org.tertulia.notification.mail.MailLinks;
import org.tertulia.notification.mail.MailQueue;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * What people get by e-mail. Nothing but the question whether it is theirs goes to an address before its owner has said so
 * by a link that was sent there.
 */
@Component
final class EmailPreferences {

    private final SettingsRepository settings;
    private final MailQueue queue;
    private final MailLinks links;
    private final TransactionalOperator transactions;
    private final Clock clock;

    EmailPreferences(
            SettingsRepository settings,
            MailQueue queue,
            MailLinks links,
            TransactionalOperator transactions,
            Clock clock) {
        this.settings = settings;
        this.queue = queue;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What somebody gets. */
    Mono<EmailSettingsView> read(UserId person) {
        return settings.find(person).defaultIfEmpty(EmailSettings.NONE).map(this::view);
    }

    private EmailSettingsView view(EmailSettings found) {
        return EmailSettingsView.of(found, queue.isOpen());
    }

    /**
     * Stores what somebody wants; an address that is not confirmed is sent a link. Fails with {@link EmailUnavailable} for an
     * address where no mails are sent, and with {@link TooManyConfirmations}.
     */
    Mono<EmailSettingsView> store(UserId person, EmailSettings wanted) {
        if (wanted.address() != null && !queue.isOpen()) {
            return Mono.error(EmailUnavailable::new);
        }
        return Mono.defer(() -> store(person, wanted, now()))
                .as(transactions::transactional)
                .map(this::view);
    }

    private Mono<EmailSettings> store(UserId person, EmailSettings wanted, Instant now) {
        return settings.lock(person)
                .flatMap(
                        before -> {
                            var kept =
                                    before.confirmed()
                                            && before.address() != null
                                            && before.address().equals(wanted.address());
                            var after = confirmed(wanted, kept);
                            return change(person, before, after, now)
                                    .then(ask(person, after, now))
                                    .thenReturn(after);
                        });
    }

    /** When the next digest is due stays as it is where nothing says otherwise. */
    private Mono<Void> change(
            UserId person, EmailSettings before, EmailSettings after, Instant now) {
        if (before.confirmed() && after.confirmed() && !after.differsInTime(before)) {
            return settings.storeLanguage(person, after.language());
        }
        return settings.store(person, after, after.confirmed() ? next(after, now) : null);
    }

    private static EmailSettings confirmed(EmailSettings it, boolean confirmed) {
        return new EmailSettings(
                it.address(), confirmed, it.digest(), it.at(), it.zone(), it.language());
    }

    private static @Nullable Instant next(EmailSettings it, Instant now) {
        return it.digest().next(now, it.at(), ZoneId.of(it.zone()));
    }

    private Mono<Void> ask(UserId person, EmailSettings after, Instant now) {
        var address = after.address();
        if (address == null || after.confirmed()) {
            return Mono.empty();
        }
        return queue.mayAsk(person, address, now)
                .filter(may -> may)
                .switchIfEmpty(Mono.error(TooManyConfirmations::new))
                .then(Mono.defer(queue::hasRoom))
                .filter(room -> room)
                .switchIfEmpty(Mono.error(TooManyConfirmations::new))
                .then(Mono.defer(() -> queue.ask(person, address, now)));
    }

    /**
     * The owner of the address to which the link with this token was sent says that it is the person's. Fails with {@link
     * ConfirmationInvalid}.
     */
    Mono<Void> confirm(String token) {
        return links.holder(LinkPurpose.CONFIRM, token)
                .flatMap(
                        holder ->
                                settings.lock(holder.person())
                                        .filter(found -> holder.address().equals(found.address()))
                                        .flatMap(found -> confirm(holder.person(), found)))
                .as(transactions::transactional)
                .switchIfEmpty(Mono.error(ConfirmationInvalid::new))
                .then();
    }

    private Mono<Boolean> confirm(UserId person, EmailSettings found) {
        var after = confirmed(found, true);
        return settings.store(person, after, next(after, now()))
                .then(links.revoke(person, LinkPurpose.CONFIRM))
                .thenReturn(true);
    }

    /** Whose unsubscribe link this is, in which language; empty when it is nobody's. */
    Mono<EmailSettings> ofUnsubscribeLink(String token) {
        return links.holder(LinkPurpose.UNSUBSCRIBE, token)
                .flatMap(
                        holder ->
                                settings.find(holder.person()).defaultIfEmpty(EmailSettings.NONE));
    }

    /** Ends the digests to the address to which the link was sent; again and again is the same as once. */
    Mono<EmailSettings> unsubscribe(String token) {
        return links.holder(LinkPurpose.UNSUBSCRIBE, token)
                .flatMap(
                        holder ->
                                settings.unsubscribe(holder)
                                        .then(settings.find(holder.person()))
                                        .defaultIfEmpty(EmailSettings.NONE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
