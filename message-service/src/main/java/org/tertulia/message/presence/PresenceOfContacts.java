package org.tertulia.message.presence;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Answers who is there among the people somebody shares chats with. */
@Service
public final class PresenceOfContacts {

    private final PresenceBoard board;
    private final PresenceRepository repository;
    private final PresenceProperties properties;

    PresenceOfContacts(
            PresenceBoard board, PresenceRepository repository, PresenceProperties properties) {
        this.board = board;
        this.repository = repository;
        this.properties = properties;
    }

    /** The contacts of {@code person} who are not offline, bounded in number. */
    public Mono<List<PersonPresence>> present(UserId person) {
        return repository
                .contacts(person, properties.maxChatMembers(), properties.maxContacts())
                .map(board::among);
    }
}
