package org.tertulia.chat.members;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** The members of a chat. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}/members")
final class MemberController {

    private final MemberList list;
    private final Joining joining;
    private final Leaving leaving;

    MemberController(MemberList list, Joining joining, Leaving leaving) {
        this.list = list;
        this.joining = joining;
        this.leaving = leaving;
    }

    @GetMapping
    Mono<CursorPage<MemberView>> list(
            Actor actor,
            @PathVariable ChatId chatId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.page(actor, chatId, PageLimit.of(limit), cursor);
    }

    @PutMapping("/{userId}")
    Mono<MemberView> put(
            Actor actor,
            CallerToken token,
            @PathVariable ChatId chatId,
            @PathVariable UserId userId,
            @RequestBody(required = false) @Nullable PutMemberRequest request) {
        ChatRole role = request == null ? null : request.role();
        return joining.put(actor, token, new PutMember(chatId, userId, role)).map(MemberView::of);
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Actor actor, @PathVariable ChatId chatId, @PathVariable UserId userId) {
        return leaving.remove(actor, chatId, userId);
    }
}
