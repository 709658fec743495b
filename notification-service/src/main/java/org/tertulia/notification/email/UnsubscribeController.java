package org.tertulia.notification.email;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Ends digests from a mail, without a login: a page with a button for people, and for mailboxes one POST (RFC 8058). A GET
 * changes nothing, since programs look into the links of mails. A browser is answered with a page, others with a problem
 * when the link is none.
 */
@RestController
@RequestMapping("/api/v1/notifications/email/unsubscribe")
final class UnsubscribeController {

    private final EmailPreferences preferences;

    UnsubscribeController(EmailPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Mono<Void> ask(
            @RequestParam String token, ServerHttpRequest request, ServerHttpResponse response) {
        return preferences
                .ofUnsubscribeLink(token)
                .map(found -> UnsubscribePage.asking(found.language(), token))
                .flatMap(page -> send(response, HttpStatus.OK, page).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> refuse(request, response)))
                .then();
    }

    /** The body says {@code List-Unsubscribe=One-Click}, as a form of either kind; it is the POST that counts. */
    @PostMapping
    Mono<Void> unsubscribe(
            @RequestParam String token, ServerHttpRequest request, ServerHttpResponse response) {
        return preferences
                .unsubscribe(token)
                .map(found -> UnsubscribePage.done(found.language()))
                .flatMap(page -> send(response, HttpStatus.OK, page).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> refuse(request, response)))
                .then();
    }

    private static Mono<Boolean> refuse(ServerHttpRequest request, ServerHttpResponse response) {
        var wantsAPage =
                request.getHeaders().getAccept().stream()
                        .anyMatch(
                                type ->
                                        type.isCompatibleWith(MediaType.TEXT_HTML)
                                                && type.isConcrete());
        return wantsAPage
                ? send(response, HttpStatus.NOT_FOUND, UnsubscribePage.unknown()).thenReturn(true)
                : Mono.error(UnsubscribeLinkInvalid::new);
    }

    private static Mono<Void> send(ServerHttpResponse response, HttpStatus status, String page) {
        response.setStatusCode(status);
        response.getHeaders()
                .setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().setCacheControl(CacheControl.noStore());
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }
}
