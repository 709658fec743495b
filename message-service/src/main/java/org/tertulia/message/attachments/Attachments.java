package org.tertulia.message.attachments;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What people may have come with their messages: files of their own that were not refused, also while these are being
 * processed. Answers from the replica; when that does not know a file, the media service is asked in the sender's name, as
 * the chat service is about memberships, so that a file whose upload has just ended is not turned away.
 */
@Service
public final class Attachments {

    private final FileRepository replica;
    private final FileAuthority authority;
    private final AttachmentProperties properties;

    Attachments(FileRepository replica, FileAuthority authority, AttachmentProperties properties) {
        this.replica = replica;
        this.authority = authority;
        this.properties = properties;
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
