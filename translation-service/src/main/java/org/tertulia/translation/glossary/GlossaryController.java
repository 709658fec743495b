package org.tertulia.translation.glossary;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** The glossary of a chat: its members read it, those who lead it write. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}/glossary")
final class GlossaryController {

    private final GlossaryEditing editing;

    GlossaryController(GlossaryEditing editing) {
        this.editing = editing;
    }

    @GetMapping
    Mono<GlossaryView> list(CallerToken token, @PathVariable ChatId chatId) {
        return editing.all(token, chatId)
                .map(terms -> new GlossaryView(terms.stream().map(TermView::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<TermView> add(
            Actor actor,
            CallerToken token,
            @PathVariable ChatId chatId,
            @Valid @RequestBody AddTermRequest request) {
        return editing.add(actor, token, chatId, request).map(TermView::of);
    }

    @DeleteMapping("/{termId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(CallerToken token, @PathVariable ChatId chatId, @PathVariable TermId termId) {
        return editing.remove(token, chatId, termId);
    }
}
