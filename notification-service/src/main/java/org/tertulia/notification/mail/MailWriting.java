package org.tertulia.notification.mail;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.letters.Digest;
import org.tertulia.notification.letters.Letter;
import org.tertulia.notification.letters.Letters;
import org.tertulia.notification.quiet.QuietHours;
import reactor.core.publisher.Mono;

/**
 * Decides, just before a mail is sent, what it says and whether it still goes: what was read meanwhile is not told, and who
 * has unsubscribed or has another address now gets nothing.
 */
@Component
final class MailWriting {

    private final DigestRepository digests;
    private final MailLinks links;
    private final Letters letters;
    private final QuietHours quietHours;
    private final EmailProperties properties;
    private final TransactionalOperator transactions;

    MailWriting(
            DigestRepository digests,
            MailLinks links,
            Letters letters,
            QuietHours quietHours,
            EmailProperties properties,
            TransactionalOperator transactions) {
        this.digests = digests;
        this.links = links;
        this.letters = letters;
        this.quietHours = quietHours;
        this.properties = properties;
        this.transactions = transactions;
    }

    /** What becomes of a mail. */
    sealed interface Decision {}

    /** It goes. */
    record Send(Letter letter) implements Decision {}

    /** Not before then. */
    record Wait(Instant until) implements Decision {}

    /** It does not go. */
    record Drop() implements Decision {}

    Mono<Decision> write(Mail mail, Instant now) {
        return digests.recipient(mail.person())
                .filter(recipient -> recipient.wants(mail.kind(), mail.address()))
                .flatMap(
                        recipient ->
                                switch (mail.kind()) {
                                    case CONFIRMATION -> confirmation(mail, recipient);
                                    case DIGEST -> digest(mail, recipient, now);
                                })
                .defaultIfEmpty(new Drop());
    }

    private Mono<Decision> confirmation(Mail mail, Recipient recipient) {
        return links.make(LinkPurpose.CONFIRM, new LinkHolder(mail.person(), mail.address()))
                .map(token -> new Send(letters.confirmation(recipient.language(), token)));
    }

    private Mono<Decision> digest(Mail mail, Recipient recipient, Instant now) {
        return quietHours
                .endOf(mail.person(), now)
                .<Decision>map(Wait::new)
                .switchIfEmpty(Mono.defer(() -> digest(mail, recipient)));
    }

    private Mono<Decision> digest(Mail mail, Recipient recipient) {
        return digests.leaveOutWhatIsSettled(mail.id())
                .then(Mono.defer(() -> digests.digest(mail.id(), properties.shown())))
                .flatMap(digest -> letter(mail, recipient, digest))
                .<Decision>map(Send::new)
                .as(transactions::transactional);
    }

    private Mono<Letter> letter(Mail mail, Recipient recipient, Digest digest) {
        return links.make(LinkPurpose.UNSUBSCRIBE, new LinkHolder(mail.person(), mail.address()))
                .map(token -> letters.digest(recipient.language(), digest, token));
    }
}
