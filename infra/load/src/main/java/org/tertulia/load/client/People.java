package org.tertulia.load.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Brings new people into a suite. */
public final class People {
    private static final int AT_A_TIME = 4;
    private static final Patience UNTIL_KNOWN = new Patience(Duration.ofSeconds(30));

    private final Api door;
    private final Api registration;

    /**
     * People who call the gateway.
     *
     * @param door the gateway
     * @param registration where they register: auth-service itself where it can be reached, since the
     *     gateway lets only few register in a short time from one address; the gateway otherwise
     */
    public People(Api door, Api registration) {
        this.door = door;
        this.registration = registration;
    }

    /** Somebody new whom the other services know as well. */
    public Person join(String name) {
        var person = Person.register(registration, name).through(door);
        UNTIL_KNOWN.call(() -> person.get("/api/v1/users/me")).success();
        return person;
    }

    /** So many new people, in their order; some join at a time, since each waits for the services. */
    public List<Person> join(String name, int count) {
        try (var several = Executors.newFixedThreadPool(AT_A_TIME)) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(it -> CompletableFuture.supplyAsync(() -> join(name + it), several))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
