package org.tertulia.media.descriptions;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Files: described one by one or several at once, and deleted. */
@RestController
@RequestMapping("/api/v1/media")
final class MediaController {

    static final int MAX_IDS = 100;

    /**
     * Several files.
     *
     * @param items those that the caller may read, in the order asked for
     */
    record MediaListView(List<MediaView> items) {

        /** Keeps its own copy of the list. */
        MediaListView {
            items = List.copyOf(items);
        }
    }

    private final Descriptions descriptions;
    private final MediaDeletion deletion;

    MediaController(Descriptions descriptions, MediaDeletion deletion) {
        this.descriptions = descriptions;
        this.deletion = deletion;
    }

    @GetMapping("/{mediaId}")
    Mono<MediaView> read(Actor actor, @PathVariable MediaId mediaId) {
        return descriptions.one(actor.userId(), mediaId);
    }

    @GetMapping
    Mono<MediaListView> readAll(Actor actor, @RequestParam String ids) {
        return descriptions.several(actor.userId(), idsOf(ids)).map(MediaListView::new);
    }

    @DeleteMapping("/{mediaId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Actor actor, @PathVariable MediaId mediaId) {
        return deletion.delete(actor.userId(), mediaId);
    }

    private static List<MediaId> idsOf(String text) {
        var ids = Arrays.stream(text.split(",", -1)).map(MediaController::id).distinct().toList();
        if (ids.size() > MAX_IDS) {
            throw refused("must be at most " + MAX_IDS);
        }
        return ids;
    }

    private static MediaId id(String text) {
        try {
            return MediaId.valueOf(text);
        } catch (IllegalArgumentException notAnId) {
            throw refused("must be UUIDs with commas between them");
        }
    }

    private static ProblemException refused(String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("ids", message);
    }
}
