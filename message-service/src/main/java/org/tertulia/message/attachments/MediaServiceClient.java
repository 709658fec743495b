package org.tertulia.message.attachments;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Asks the media service, which is the authority on files, for all of them at once. */
@Component
final class MediaServiceClient implements FileAuthority {

    private static final String SERVICE = "media-service";

    private static final String REFUSED = "refused";

    private final ServiceClients clients;

    MediaServiceClient(ServiceClients clients) {
        this.clients = clients;
    }

    @Override
    public Mono<Set<UUID>> attachable(Caller caller, List<UUID> files) {
        return clients.guard(SERVICE, get(requireNonNull(caller.token()), files))
                .onErrorMap(WebClientResponseException.class, MediaServiceClient::translated)
                .map(found -> attachable(caller.userId(), found));
    }

    private static Set<UUID> attachable(UserId owner, FilesView found) {
        return found.items().stream()
                .filter(file -> file.ownerId().equals(owner.value()))
                .filter(file -> !REFUSED.equals(file.state()))
                .map(FileView::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ProblemException translated(WebClientResponseException refusal) {
        return refusal.getStatusCode().value() == 401
                ? new ProblemException(
                        ProblemTypes.UNAUTHENTICATED, "The access token is not valid any more.")
                : new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The media-service can not answer for the moment.");
    }

    private Mono<FilesView> get(CallerToken caller, List<UUID> files) {
        var ids = files.stream().map(UUID::toString).collect(Collectors.joining(","));
        return clients.to(SERVICE)
                .get()
                .uri("/api/v1/media?ids={ids}", ids)
                .headers(headers -> headers.setBearerAuth(caller.value()))
                .header(HttpHeaders.ACCEPT, "application/json")
                .retrieve()
                .bodyToMono(FilesView.class);
    }

    /** What the media service says of those that the caller may read. */
    record FilesView(List<FileView> items) {}

    /** The part of its view of a file that matters here. */
    record FileView(UUID id, UUID ownerId, String state) {}
}
