package org.tertulia.media.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.media.access.Access;
import org.tertulia.media.addresses.Addresses;
import org.tertulia.media.addresses.SignedQuery;
import org.tertulia.media.files.Variant;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/**
 * The bytes of files, for who comes with a token or with a signed address. Either only says who asks; whether that
 * person may have the file is looked up at every request.
 */
@RestController
final class ContentController {

    private static final String DOWNLOAD = "1";

    private final Access access;
    private final Addresses addresses;
    private final ContentSending sending;

    ContentController(Access access, Addresses addresses, ContentSending sending) {
        this.access = access;
        this.addresses = addresses;
        this.sending = sending;
    }

    @RequestMapping(
            path = "/api/v1/media/{mediaId}/content/{variant}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Mono<Void> serve(
            @Nullable Actor actor,
            @PathVariable MediaId mediaId,
            @PathVariable String variant,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String expires,
            @RequestParam(required = false) @Nullable String signature,
            @RequestParam(required = false) @Nullable String download,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var query = new SignedQuery(person, expires, signature);
        var saved = DOWNLOAD.equals(download);
        return access.requireBytes(asking(actor, mediaId, variant, query), mediaId)
                .flatMap(
                        media ->
                                Mono.justOrEmpty(
                                        form(variant).flatMap(form -> Content.of(media, form))))
                .switchIfEmpty(Mono.error(() -> new VariantNotFound(mediaId)))
                .flatMap(content -> answer(request, response, content, saved));
    }

    /** A signed address speaks for itself, also where a browser adds a token. */
    private UserId asking(@Nullable Actor actor, MediaId id, String variant, SignedQuery query) {
        if (query.isSigned()) {
            return addresses.person(id, variant, query);
        }
        if (actor == null) {
            throw new ProblemException(
                    ProblemTypes.UNAUTHENTICATED, "Send an access token, or use a signed address.");
        }
        return actor.userId();
    }

    private static Optional<Variant> form(String text) {
        try {
            return Optional.of(Variant.of(text));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private Mono<Void> answer(
            ServerHttpRequest request,
            ServerHttpResponse response,
            Content content,
            boolean download) {
        var headers = request.getHeaders();
        var isHead = HttpMethod.HEAD.equals(request.getMethod());
        var wish =
                new Selection.Wish(
                        headers.getFirst(HttpHeaders.IF_NONE_MATCH),
                        isHead ? null : headers.getFirst(HttpHeaders.RANGE),
                        headers.getFirst(HttpHeaders.IF_RANGE));
        var selection = Selection.of(wish, content.tag(), content.bytes());
        return isHead && selection instanceof Selection.Whole
                ? sending.describe(response, content, download)
                : sending.send(response, content, selection, download);
    }
}
