package org.tertulia.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The mails that are to be sent; they are in the database, so they outlive every instance. */
@Component
public final class MailQueue {

    /** Confirmations of one person in {@link #OF_PERSON}, and to one address in {@link #TO_ADDRESS}. */
    private static final int MAX_ASKED = 5;

    private static final Duration OF_PERSON = Duration.ofHours(1);
    private static final Duration TO_ADDRESS = Duration.ofDays(1);

    private final MailRepository mails;
    private final Postman postman;
    private final EmailProperties properties;
    private final IdGenerator ids;

    MailQueue(MailRepository mails, Postman postman, EmailProperties properties, IdGenerator ids) {
        this.mails = mails;
        this.postman = postman;
        this.properties = properties;
        this.ids = ids;
    }

    /** Whether there is a mail server at all. */
    public boolean isOpen() {
        return postman.isConfigured();
    }

    /** Whether another mail may wait. */
    public Mono<Boolean> hasRoom() {
        var most = properties.queue().maxWaiting();
        return mails.countWaiting(most).map(waiting -> waiting < most);
    }

    /** Whether somebody may have their address, {@code address}, confirmed now; it is somebody else's nuisance if not. */
    public Mono<Boolean> mayAsk(UserId person, String address, Instant now) {
        return mails.countAsked(person, address, now.minus(OF_PERSON), now.minus(TO_ADDRESS))
                .map(asked -> asked < MAX_ASKED);
    }

    /** When asking again makes sense, at the latest. */
    public static Duration patience() {
        return OF_PERSON;
    }

    /** Has a link sent to {@code address} by which its owner says that it is the person's; in the caller's transaction. */
    public Mono<Void> ask(UserId person, String address, Instant now) {
        return Mono.defer(() -> enqueue(mail(person, MailKind.CONFIRMATION, address), now));
    }

    Mail mail(UserId person, MailKind kind, @Nullable String address) {
        var id = ids.next();
        return new Mail(
                id,
                person,
                kind,
                Objects.requireNonNull(address, "address"),
                postman.messageId(id),
                0,
                false);
    }

    Mono<Void> enqueue(Mail mail, Instant now) {
        return mails.enqueue(mail, now);
    }
}
