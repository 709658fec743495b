package org.tertulia.message.drafts;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Drafts over HTTP; everybody has to do with their own only. */
@RestController
final class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/api/v1/drafts")
    Mono<CursorPage<Draft>> drafts(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        var size = PageLimit.of(limit);
        return drafts.page(actor.userId(), DraftPosition.of(cursor), size + 1)
                .map(found -> page(found, size));
    }

    private static CursorPage<Draft> page(List<Draft> found, int size) {
        if (found.size() <= size) {
            return new CursorPage<>(found, null);
        }
        var items = found.subList(0, size);
        return new CursorPage<>(items, DraftPosition.cursorAfter(items.getLast()));
    }

    @PutMapping("/api/v1/drafts/{chatId}")
    Mono<Draft> write(
            @PathVariable ChatId chatId,
            @Valid @RequestBody DraftRequest request,
            Actor actor,
            CallerToken token) {
        return write(new Caller(actor, token), request.to(chatId, null));
    }

    @PutMapping("/api/v1/drafts/{chatId}/{thread}")
    Mono<Draft> writeInThread(
            @PathVariable ChatId chatId,
            @PathVariable long thread,
            @Valid @RequestBody DraftRequest request,
            Actor actor,
            CallerToken token) {
        return write(new Caller(actor, token), request.to(chatId, thread));
    }

    private Mono<Draft> write(Caller caller, WriteDraft write) {
        return drafts.write(caller, write, null).map(DraftOutcome::draft);
    }
}
