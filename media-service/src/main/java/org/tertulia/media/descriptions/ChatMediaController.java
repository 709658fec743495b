package org.tertulia.media.descriptions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** The files of a chat. */
@RestController
final class ChatMediaController {

    private final ChatMedia media;

    ChatMediaController(ChatMedia media) {
        this.media = media;
    }

    @GetMapping("/api/v1/media/chats/{chatId}")
    Mono<CursorPage<ChatMediaView>> list(
            Actor actor,
            @PathVariable ChatId chatId,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return media.page(actor.userId(), chatId, kinds(kind), PageLimit.of(limit), cursor);
    }

    /** All of them when none is named. */
    private static Set<MediaKind> kinds(@Nullable List<String> names) {
        if (names == null || names.isEmpty()) {
            return EnumSet.allOf(MediaKind.class);
        }
        var kinds = EnumSet.noneOf(MediaKind.class);
        names.forEach(name -> kinds.add(kind(name)));
        return kinds;
    }

    private static MediaKind kind(String name) {
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                                ProblemTypes.VALIDATION_FAILED,
                                                "A value is not allowed.")
                                        .field("kind", "must be image, video, audio or file"));
    }
}
