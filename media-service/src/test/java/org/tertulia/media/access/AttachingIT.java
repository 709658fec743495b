package org.tertulia.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.media.FilesApi;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A file that is attached at the very moment at which it is to be deleted since no message has it. */
class AttachingIT extends FilesApi {

    @Autowired ReplicaRepository replica;
    @Autowired MediaFiles files;
    @Autowired TransactionalOperator transactions;

    @Test
    void whatIsBeingAttachedIsNotDeleted()
            throws ExecutionException, InterruptedException, TimeoutException {
        var file = fileOf(ana).store();
        var attached = Sinks.<Void>empty();
        var release = Sinks.<Void>empty();
        var attaching =
                replica.attach(UUID.randomUUID(), 1, List.of(file))
                        .then(Mono.fromRunnable(attached::tryEmitEmpty))
                        .then(release.asMono())
                        .as(transactions::transactional)
                        .toFuture();
        attached.asMono().block(LIMIT);

        var deleting = files.deleteUnused(new MediaId(file)).toFuture();
        await(LIMIT, () -> assertThat(waiting()).isPositive());
        release.tryEmitEmpty();

        attaching.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(deleting.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isFalse();
        describe(ana, file);
    }

    /** Those that wait for the row, in this test's database. */
    private long waiting() {
        var count =
                database.sql(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                    and query like '%for update%'
                                """)
                        .mapValue(Long.class)
                        .one();
        return Objects.requireNonNull(count.block(LIMIT));
    }
}
