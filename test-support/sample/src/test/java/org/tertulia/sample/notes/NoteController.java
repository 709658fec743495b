package org.tertulia.sample.notes;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Notes over HTTP. */
@RestController
@RequestMapping("/api/v1/boards/{boardId}/notes")
final class NoteController {

    private final NotePosting posting;
    private final NoteRepository notes;

    NoteController(NotePosting posting, NoteRepository notes) {
        this.posting = posting;
        this.notes = notes;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<NoteView> post(
            Actor actor,
            @PathVariable ChatId boardId,
            @Valid @RequestBody PostNoteRequest request) {
        var fail = Boolean.TRUE.equals(request.failAfterwards());
        return posting.posted(boardId, actor.userId(), request.text(), fail).map(NoteView::of);
    }

    @GetMapping
    Mono<CursorPage<NoteView>> list(
            Actor actor,
            @PathVariable ChatId boardId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = PageLimit.of(limit);
        var after = cursor == null ? 0 : Long.parseLong(PageCursor.decode(cursor, 1).getFirst());
        return notes.findPage(boardId, after, size + 1)
                .map(NoteView::of)
                .collectList()
                .map(found -> page(found, size));
    }

    private static CursorPage<NoteView> page(List<NoteView> found, int size) {
        if (found.size() <= size) {
            return new CursorPage<>(found, null);
        }
        var items = found.subList(0, size);
        return new CursorPage<>(items, PageCursor.encode(Long.toString(items.getLast().seq())));
    }
}
