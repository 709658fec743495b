package org.tertulia.message.attachments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What people may have come with their messages: files of their own that were not refused, also while these are being
 * processed. Answers from the replica; when that does not know a file, the media service is asked in the sender's name, as
 * the chat service is about memberships, so that a file whose upload has just ended is not turned away.
 */
@Service
public final class Attachments {

    /** The most files of one message. */
    public static final int MOST = 10;

    /** The most graphemes of what is said of one file. */
    public static final int MAX_ALT_GRAPHEMES = 1_000;

    /** The most bytes of the same in UTF-8: graphemes alone have no bound. */
    public static final int MAX_ALT_BYTES = 4 * 1024;

    private static final String FIELD = "attachments";

    private final FileRepository replica;
    private final FileAuthority authority;
    private final AttachmentProperties properties;

    Attachments(FileRepository replica, FileAuthority authority, AttachmentProperties properties) {
        this.replica = replica;
        this.authority = authority;
        this.properties = properties;
    }

    /**
     * What a client asks for, with descriptions made fit to be stored; an empty one is none. Fails with
     * validation-failed on {@code attachments} for too many files or one that comes twice, and on {@code
     * attachments[n].alt} for a description that is too long or not plain.
     */
    public static List<AttachFile> clean(@Nullable List<AttachFile> asked) {
        if (asked == null || asked.isEmpty()) {
            return List.of();
        }
        if (asked.size() > MOST) {
            throw refused(FIELD, "must have at most %d files".formatted(MOST));
        }
        var seen = new HashSet<UUID>();
        var files = new ArrayList<AttachFile>(asked.size());
        for (var file : asked) {
            if (!seen.add(file.mediaId())) {
                throw refused(FIELD, "must not have a file twice");
            }
            var field = "%s[%d].alt".formatted(FIELD, files.size());
            files.add(new AttachFile(file.mediaId(), cleanAlt(field, file.alt())));
        }
        return List.copyOf(files);
    }

    private static @Nullable String cleanAlt(String field, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        var alt = PlainText.cleanLines(field, raw, 1, MAX_ALT_GRAPHEMES);
        if (alt.getBytes(StandardCharsets.UTF_8).length > MAX_ALT_BYTES) {
            throw refused(field, "must have at most %d bytes in UTF-8".formatted(MAX_ALT_BYTES));
        }
        return alt;
    }

    /** A forward has the files of its original, and no others. Fails with validation-failed when there are any. */
    public static void requireNone(@Nullable List<AttachFile> asked) {
        if (asked != null && !asked.isEmpty()) {
            throw refused(
                    FIELD, "must be absent when something is forwarded, whose files are copied");
        }
    }

    private static ProblemException refused(String field, String rule) {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "The field %s %s.".formatted(field, rule))
                .field(field, rule);
    }

    /**
     * For files of which some were not in the replica a moment ago: completes when the media service says that the
     * caller may attach all that are still missing, and the replica has caught up with it. Fails with {@link
     * UnknownAttachment}, also for a caller who is not here, and with service-unavailable when that is not known for now.
     */
    public Mono<Void> confirm(Caller caller, List<UUID> files) {
        return replica.missing(files)
                .filter(missing -> !missing.isEmpty())
                .flatMap(missing -> confirmMissing(caller, missing));
    }

    private Mono<Void> confirmMissing(Caller caller, List<UUID> missing) {
        if (caller.token() == null) {
            return Mono.error(new UnknownAttachment(missing.getFirst()));
        }
        return authority
                .attachable(caller, missing)
                .flatMap(attachable -> requireAll(missing, attachable))
                .then(Mono.defer(() -> awaitAll(missing)));
    }

    private static Mono<Void> requireAll(List<UUID> missing, Set<UUID> attachable) {
        return missing.stream()
                .filter(file -> !attachable.contains(file))
                .findFirst()
                .map(file -> Mono.<Void>error(new UnknownAttachment(file)))
                .orElse(Mono.empty());
    }

    private Mono<Void> awaitAll(List<UUID> files) {
        var polls = properties.catchUp().dividedBy(properties.poll());
        return Mono.defer(() -> replica.missing(files))
                .filter(List::isEmpty)
                .switchIfEmpty(Mono.error(Behind::new))
                .retryWhen(
                        Retry.fixedDelay(polls, properties.poll())
                                .filter(Behind.class::isInstance)
                                .onRetryExhaustedThrow((spec, signal) -> stillBehind()))
                .then();
    }

    private static ProblemException stillBehind() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "Your file is known, but has not arrived here yet; try again.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** The replica has not seen all of them yet. */
    private static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Behind() {
            super("behind", null, false, false);
        }
    }
}
