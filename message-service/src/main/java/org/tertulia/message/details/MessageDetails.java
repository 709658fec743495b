package org.tertulia.message.details;

import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/** Reads about single messages. All of them fail with chat-not-found for those who are not members. */
@Service
final class MessageDetails {

    private final DetailsRepository repository;
    private final MessageViews views;
    private final Membership membership;

    MessageDetails(DetailsRepository repository, MessageViews views, Membership membership) {
        this.repository = repository;
        this.views = views;
        this.membership = membership;
    }

    /** The versions of a message, newest first; of a deleted one, none. Fails with {@link MessageNotFound}. */
    Mono<CursorPage<VersionView>> versions(
            Caller caller, ChatId chatId, long seq, int before, int limit) {
        return require(caller, chatId, seq)
                .then(Mono.defer(() -> repository.versionsBefore(chatId, seq, before, limit + 1)))
                .map(found -> DetailsCursor.page(found, limit, DetailsCursor::of));
    }

    /** Who has reacted with {@code emoji}, in the order they did. Fails with {@link MessageNotFound}. */
    Mono<CursorPage<ReactionView>> reactions(
            Caller caller, ChatId chatId, long seq, String emoji, ReactionView after, int limit) {
        return require(caller, chatId, seq)
                .then(
                        Mono.defer(
                                () ->
                                        repository.reactionsAfter(
                                                chatId, seq, emoji, after, limit + 1)))
                .map(found -> DetailsCursor.page(found, limit, DetailsCursor::of));
    }

    /** The pinned messages of a chat, the last pinned one first. */
    Mono<CursorPage<MessageView>> pins(Caller caller, ChatId chatId, Pin before, int limit) {
        return membership
                .require(caller, chatId)
                .then(Mono.defer(() -> repository.pinsBefore(chatId, before, limit + 1)))
                .map(found -> DetailsCursor.page(found, limit, DetailsCursor::of))
                .flatMap(page -> messages(caller.userId(), chatId, page));
    }

    private Mono<CursorPage<MessageView>> messages(
            UserId person, ChatId chatId, CursorPage<Pin> page) {
        var places = page.items().stream().map(pin -> new MessagePlace(chatId, pin.seq())).toList();
        return views.find(person, places).map(found -> new CursorPage<>(found, page.next()));
    }

    private Mono<Void> require(Caller caller, ChatId chatId, long seq) {
        return membership
                .require(caller, chatId)
                .then(Mono.defer(() -> repository.exists(chatId, seq)))
                .flatMap(found -> found ? Mono.empty() : Mono.error(new MessageNotFound(seq)));
    }
}
