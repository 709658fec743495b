package org.tertulia.chat.people;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the user service who exists. */
@Component
final class UserServiceClient {

    private static final String SERVICE = "user-service";

    /** The most ids the user service takes at once. */
    private static final int BATCH = 100;

    private final ServiceClients clients;

    UserServiceClient(ServiceClients clients) {
        this.clients = clients;
    }

    /**
     * Those of {@code people} who exist. Fails with service-unavailable, or with unauthenticated when the
     * token ran out on the way.
     */
    Mono<Set<UserId>> findExisting(List<UserId> people, CallerToken token) {
        return Flux.fromStream(() -> batches(people))
                .concatMap(batch -> clients.guard(SERVICE, page(batch, token)))
                .onErrorMap(WebClientResponseException.class, UserServiceClient::refusal)
                .flatMapIterable(Page::items)
                .map(Person::id)
                .collect(toSet());
    }

    private Mono<Page> page(List<UserId> batch, CallerToken token) {
        var ids = batch.stream().map(UserId::toString).collect(joining(","));
        return clients.to(SERVICE)
                .get()
                .uri("/api/v1/users?ids={ids}", ids)
                .headers(headers -> headers.setBearerAuth(token.value()))
                .retrieve()
                .bodyToMono(Page.class);
    }

    private static ProblemException refusal(WebClientResponseException refused) {
        return refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                ? new ProblemException(ProblemTypes.UNAUTHENTICATED, "The token has run out.")
                : new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The " + SERVICE + " does not say who exists.");
    }

    private static Stream<List<UserId>> batches(List<UserId> people) {
        return IntStream.iterate(0, from -> from < people.size(), from -> from + BATCH)
                .mapToObj(from -> people.subList(from, Math.min(from + BATCH, people.size())));
    }

    /** The part of the user service's answer that is read here. */
    record Page(List<Person> items) {}

    /** A person in it. */
    record Person(UserId id) {}
}
