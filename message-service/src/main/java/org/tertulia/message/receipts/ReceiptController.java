package org.tertulia.message.receipts;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Receipts over HTTP, for members; and one's own preference. */
@RestController
final class ReceiptController {

    private final Receipts receipts;
    private final ReceiptPreferences preferences;

    ReceiptController(Receipts receipts, ReceiptPreferences preferences) {
        this.receipts = receipts;
        this.preferences = preferences;
    }

    @GetMapping("/api/v1/chats/{chatId}/receipts")
    Mono<CursorPage<ReceiptPosition>> positions(
            @PathVariable ChatId chatId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            CallerToken token) {
        return receipts.positions(
                new Caller(actor, token), chatId, MemberCursor.of(cursor), PageLimit.of(limit));
    }

    @GetMapping("/api/v1/chats/{chatId}/messages/{seq}/receipts")
    Mono<CursorPage<MessageReceipt>> ofMessage(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            CallerToken token) {
        return receipts.ofMessage(
                new Caller(actor, token),
                new MessagePlace(chatId, seq),
                MemberCursor.of(cursor),
                PageLimit.of(limit));
    }

    @GetMapping("/api/v1/receipts/preference")
    Mono<ReceiptPreference> preference(Actor actor) {
        return preferences.of(actor.userId());
    }

    @PutMapping("/api/v1/receipts/preference")
    Mono<ReceiptPreference> prefer(@Valid @RequestBody ReceiptPreference request, Actor actor) {
        return preferences.set(actor.userId(), request);
    }
}
