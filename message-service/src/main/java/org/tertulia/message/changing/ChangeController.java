package org.tertulia.message.changing;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/** Changes of one message over HTTP. Its entity tag is its version. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}/messages/{seq}")
final class ChangeController {

    /** An edit replaces one version: neither a list of them nor any. */
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private final MessageChanging changing;

    ChangeController(MessageChanging changing) {
        this.changing = changing;
    }

    @PutMapping
    Mono<ResponseEntity<EditedMessageView>> edit(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EditMessageRequest request,
            Actor actor,
            CallerToken token) {
        var edit = new Change.Edit(chatId, seq, version(ifMatch), request.text());
        return changing.change(new Caller(actor, token), edit)
                .map(changed -> edited(edit, changed));
    }

    private static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new VersionRequired();
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field(HttpHeaders.IF_MATCH, "must be the version in quotes, such as \"1\"");
        }
        return Integer.parseInt(tag.group(1));
    }

    private static ResponseEntity<EditedMessageView> edited(Change.Edit edit, Changed changed) {
        var version = Objects.requireNonNull(changed.version());
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(version))
                .body(new EditedMessageView(edit.chatId(), edit.message(), version, changed.seq()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return change(new Change.Delete(chatId, seq), actor, token);
    }

    @PutMapping("/reactions/{emoji}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> react(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @PathVariable String emoji,
            Actor actor,
            CallerToken token) {
        return change(new Change.React(chatId, seq, emoji, true), actor, token);
    }

    @DeleteMapping("/reactions/{emoji}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeBack(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @PathVariable String emoji,
            Actor actor,
            CallerToken token) {
        return change(new Change.React(chatId, seq, emoji, false), actor, token);
    }

    @PutMapping("/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> pin(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return change(new Change.Pin(chatId, seq, true), actor, token);
    }

    @DeleteMapping("/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unpin(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return change(new Change.Pin(chatId, seq, false), actor, token);
    }

    private Mono<Void> change(Change change, Actor actor, CallerToken token) {
        return changing.change(new Caller(actor, token), change).then();
    }
}
