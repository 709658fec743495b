package org.tertulia.starter.pictures;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/**
 * Says whether somebody may choose a file to be shown as a picture: theirs, an image, and with previews. The media service
 * is asked in that person's name, since it alone knows; it shows a chosen file only while it belongs to who chose it.
 */
public final class OwnPictures {

    private static final String SERVICE = "media-service";

    private final ServiceClients clients;

    OwnPictures(ServiceClients clients) {
        this.clients = clients;
    }

    /**
     * Completes when the file will do. Fails with {@link UnusablePicture}, {@link PictureProcessing}, or
     * service-unavailable.
     */
    public Mono<Void> require(Actor actor, CallerToken token, MediaId id) {
        return clients.guard(SERVICE, files(token, id))
                .onErrorMap(WebClientResponseException.class, OwnPictures::refusal)
                .flatMap(found -> judged(found, actor.userId(), id));
    }

    private Mono<Files> files(CallerToken token, MediaId id) {
        return clients.to(SERVICE)
                .get()
                .uri("/api/v1/media?ids={id}", id)
                .headers(headers -> headers.setBearerAuth(token.value()))
                .retrieve()
                .bodyToMono(Files.class);
    }

    private static Mono<Void> judged(Files found, UserId chooser, MediaId id) {
        return Mono.justOrEmpty(
                        found.items().stream()
                                .filter(file -> file.isImageOf(chooser) && file.id().equals(id))
                                .findFirst())
                .switchIfEmpty(Mono.error(() -> new UnusablePicture(id)))
                .flatMap(
                        file ->
                                switch (file.state()) {
                                    case "ready" -> Mono.empty();
                                    case "processing" -> Mono.error(new PictureProcessing(id));
                                    default -> Mono.error(new UnusablePicture(id));
                                });
    }

    private static ProblemException refusal(WebClientResponseException refused) {
        return refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                ? new ProblemException(ProblemTypes.UNAUTHENTICATED, "The token has run out.")
                : new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The " + SERVICE + " does not tell of the file.");
    }

    /** The part of the media service's answer that is read here. */
    record Files(List<File> items) {}

    /** A file in it. */
    record File(MediaId id, UUID ownerId, String kind, String state) {

        boolean isImageOf(UserId person) {
            return ownerId.equals(person.value()) && "image".equals(kind);
        }
    }
}
