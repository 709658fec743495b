package org.tertulia.message.timeline;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Messages by their places, as one person sees them. */
@Service
public final class MessageViews {

    private final MessageRepository repository;

    MessageViews(MessageRepository repository) {
        this.repository = repository;
    }

    /** The message, unless there is none, or the person is not known as a member of the chat. */
    public Mono<MessageView> find(UserId person, MessagePlace place) {
        return find(person, List.of(place))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /**
     * Those messages that exist in chats that the person is known as a member of, in the order of {@code
     * places}; one query. The caller bounds the places.
     */
    public Mono<List<MessageView>> find(UserId person, List<MessagePlace> places) {
        return places.isEmpty() ? Mono.just(List.of()) : repository.find(person, places);
    }
}
