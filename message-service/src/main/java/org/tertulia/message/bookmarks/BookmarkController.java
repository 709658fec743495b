package org.tertulia.message.bookmarks;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Bookmarks over HTTP; everybody has to do with their own only. */
@RestController
final class BookmarkController {

    private final Bookmarks bookmarks;

    BookmarkController(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
    }

    @GetMapping("/api/v1/bookmarks")
    Mono<CursorPage<BookmarkView>> bookmarks(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            CallerToken token) {
        return bookmarks.page(new Caller(actor, token), cursor, PageLimit.of(limit));
    }

    @PutMapping("/api/v1/chats/{chatId}/messages/{seq}/bookmark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> add(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return bookmarks.add(new Caller(actor, token), new MessagePlace(chatId, seq));
    }

    @DeleteMapping("/api/v1/chats/{chatId}/messages/{seq}/bookmark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return bookmarks.remove(new Caller(actor, token), new MessagePlace(chatId, seq));
    }
}
