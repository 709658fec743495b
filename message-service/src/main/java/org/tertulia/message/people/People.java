package org.tertulia.message.people;

import org.springframework.stereotype.Service;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** The people that this service has heard of. */
@Service
public final class People {

    private final PeopleRepository repository;

    People(PeopleRepository repository) {
        this.repository = repository;
    }

    /** The person who acts; goes by the handle until the profile has arrived here. */
    public Mono<Person> find(Actor actor) {
        return repository
                .find(actor.userId())
                .defaultIfEmpty(new Person(actor.userId(), actor.handle(), actor.handle()));
    }
}
