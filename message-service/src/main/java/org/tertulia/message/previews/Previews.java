package org.tertulia.message.previews;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The previews of a message's links. Nobody names an address here: pages are fetched that a message leads to which the
 * caller may read, and no others.
 */
@Service
final class Previews {

    private final MessageViews messages;
    private final Membership membership;
    private final PreviewRepository repository;
    private final PreviewFetching fetching;
    private final Clock clock;
    private final PreviewProperties properties;

    Previews(
            MessageViews messages,
            Membership membership,
            PreviewRepository repository,
            PreviewFetching fetching,
            Clock clock,
            PreviewProperties properties) {
        this.messages = messages;
        this.membership = membership;
        this.repository = repository;
        this.fetching = fetching;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * What is known of the pages that a message leads to, and what can be found out in a moment; of a deleted one,
     * nothing. Fails with chat-not-found for those who are not members, and with {@link MessageNotFound}.
     */
    Mono<MessagePreviewsView> of(Caller caller, ChatId chatId, long seq) {
        return membership
                .require(caller, chatId)
                .then(
                        Mono.defer(
                                () ->
                                        messages.find(
                                                caller.userId(), new MessagePlace(chatId, seq))))
                .switchIfEmpty(Mono.error(() -> new MessageNotFound(seq)))
                .flatMap(this::previews);
    }

    private Mono<MessagePreviewsView> previews(MessageView message) {
        var links = properties.enabled() ? MessageLinks.in(message.text()) : List.<MessageLink>of();
        if (links.isEmpty()) {
            return Mono.just(new MessagePreviewsView(List.of(), false));
        }
        var keys = links.stream().map(link -> PreviewKey.of(link.address())).toList();
        return repository
                .find(keys, clock.instant())
                .flatMapMany(
                        known ->
                                Flux.fromIterable(links)
                                        .flatMapSequential(
                                                link -> preview(link, known), MessageLinks.MOST))
                .collectList()
                .map(found -> view(links, found));
    }

    private Mono<Preview> preview(MessageLink link, Map<PreviewKey, Preview> known) {
        var key = PreviewKey.of(link.address());
        var preview = known.get(key);
        return preview != null
                ? Mono.just(preview)
                : fetching.fetch(key, link.address())
                        .timeout(properties.answerWithin(), Mono.just(Preview.PENDING));
    }

    private static MessagePreviewsView view(List<MessageLink> links, List<Preview> previews) {
        var items = new ArrayList<PreviewView>();
        for (int i = 0; i < links.size(); i++) {
            var page = previews.get(i).page();
            if (page != null) {
                items.add(
                        new PreviewView(
                                links.get(i).written(),
                                page.siteName(),
                                page.title(),
                                page.description()));
            }
        }
        return new MessagePreviewsView(items, previews.stream().anyMatch(Preview::pending));
    }
}
