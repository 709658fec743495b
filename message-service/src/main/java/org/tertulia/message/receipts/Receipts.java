package org.tertulia.message.receipts;

import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/**
 * What has reached the members of a chat and what they have read, for its members. All reads fail with
 * chat-not-found for others, and with {@link ChatWithoutReceipts} and {@link ReceiptsTurnedOff}. Of people who
 * send no receipts nothing is told, not even that they have not read: they are left out.
 */
@Service
final class Receipts {

    private final ReceiptRepository repository;
    private final Membership membership;

    Receipts(ReceiptRepository repository, Membership membership) {
        this.repository = repository;
        this.membership = membership;
    }

    /** How far the members are, the caller among them, in the order of their ids. */
    Mono<CursorPage<ReceiptPosition>> positions(
            Caller caller, ChatId chatId, MemberCursor after, int limit) {
        return require(caller, chatId)
                .then(Mono.defer(() -> repository.positions(chatId, after.userId(), limit + 1)))
                .map(found -> MemberCursor.page(found, limit, ReceiptPosition::userId));
    }

    /**
     * Who has got and read a message: of those who were members when it was posted, without who posted it, in
     * the order of their ids. Fails with {@link MessageNotFound} too.
     */
    Mono<CursorPage<MessageReceipt>> ofMessage(
            Caller caller, MessagePlace place, MemberCursor after, int limit) {
        return require(caller, place.chatId())
                .then(Mono.defer(() -> repository.isMessage(place)))
                .filter(isMessage -> isMessage)
                .switchIfEmpty(Mono.error(() -> new MessageNotFound(place.seq())))
                .flatMap(there -> repository.ofMessage(place, after.userId(), limit + 1))
                .map(found -> MemberCursor.page(found, limit, MessageReceipt::userId));
    }

    private Mono<Void> require(Caller caller, ChatId chatId) {
        return membership
                .require(caller, chatId)
                .then(Mono.defer(() -> repository.standing(chatId, caller.userId())))
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chatId)))
                .doOnNext(Standing::require)
                .then();
    }
}
