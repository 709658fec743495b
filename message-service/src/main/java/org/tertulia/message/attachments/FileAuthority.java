package org.tertulia.message.attachments;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tertulia.message.membership.Caller;
import reactor.core.publisher.Mono;

/** Who knows for sure which files there are. */
@FunctionalInterface
interface FileAuthority {

    /**
     * Those of these files that the caller, who has a token, may attach: their own, unless they were refused. Fails with
     * service-unavailable.
     */
    Mono<Set<UUID>> attachable(Caller caller, List<UUID> files);
}
