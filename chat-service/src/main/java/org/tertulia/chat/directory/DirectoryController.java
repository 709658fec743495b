package org.tertulia.chat.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Lists of chats, newest first unless searched. */
@RestController
@RequestMapping("/api/v1/chats")
final class DirectoryController {

    private final ChatDirectory directory;

    DirectoryController(ChatDirectory directory) {
        this.directory = directory;
    }

    @GetMapping
    Mono<CursorPage<ChatView>> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return directory.mine(actor, null, PageLimit.of(limit), cursor);
    }

    @GetMapping("/private")
    Mono<CursorPage<ChatView>> minePrivate(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return directory.mine(actor, ChatKind.PRIVATE, PageLimit.of(limit), cursor);
    }

    @GetMapping("/group")
    Mono<CursorPage<ChatView>> mineGroup(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return directory.mine(actor, ChatKind.GROUP, PageLimit.of(limit), cursor);
    }

    @GetMapping("/public")
    Mono<CursorPage<ChatView>> allPublic(
            Actor actor,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return query == null || query.isBlank()
                ? directory.allPublic(actor, PageLimit.of(limit), cursor)
                : directory.search(actor, query, PageLimit.of(limit), cursor);
    }
}
