package org.tertulia.message.details;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.changing.ReactionEmoji;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Earlier versions, reactions and pins over HTTP. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}")
final class DetailsController {

    private final MessageDetails details;

    DetailsController(MessageDetails details) {
        this.details = details;
    }

    @GetMapping("/messages/{seq}/versions")
    Mono<CursorPage<VersionView>> versions(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            CallerToken token) {
        return details.versions(
                new Caller(actor, token),
                chatId,
                seq,
                DetailsCursor.version(cursor),
                PageLimit.of(limit));
    }

    @GetMapping("/messages/{seq}/reactions/{emoji}")
    Mono<CursorPage<ReactionView>> reactions(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @PathVariable String emoji,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            CallerToken token) {
        return details.reactions(
                new Caller(actor, token),
                chatId,
                seq,
                ReactionEmoji.clean(emoji),
                DetailsCursor.reaction(cursor),
                PageLimit.of(limit));
    }

    @GetMapping("/pins")
    Mono<CursorPage<MessageView>> pins(
            @PathVariable ChatId chatId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            CallerToken token) {
        return details.pins(
                new Caller(actor, token), chatId, DetailsCursor.pin(cursor), PageLimit.of(limit));
    }
}
