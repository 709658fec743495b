package org.tertulia.message.posting;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where batches of messages are appended. */
interface MessageLog {

    /**
     * Appends {@code batch} in one transaction and answers for each in the same order. When it fails
     * nothing is known: the transaction may have been committed. Appending the same batch again is safe.
     */
    Mono<List<AppendOutcome>> append(List<Post> batch, Instant postedAt);
}
