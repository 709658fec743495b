package org.tertulia.media.previews;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Preview;
import org.tertulia.media.store.Garbage;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Mono;

/**
 * The files that are to be looked into, each until its outcome is stored. A file is with one worker at a time, of all
 * instances; when that dies, it comes back when its lease has run out. However often a file was tried, one outcome is
 * stored, with the objects of the worker that stored it; those of all others are garbage.
 */
@Component
public final class PreviewQueue {

    private final JobRepository jobs;
    private final MediaFiles files;
    private final Garbage garbage;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final PreviewProperties properties;

    PreviewQueue(
            JobRepository jobs,
            MediaFiles files,
            Garbage garbage,
            TransactionalOperator transactions,
            IdGenerator ids,
            PreviewProperties properties) {
        this.jobs = jobs;
        this.files = files;
        this.garbage = garbage;
        this.transactions = transactions;
        this.ids = ids;
        this.properties = properties;
    }

    /** Adds a file, in the caller's transaction. */
    public Mono<Void> add(MediaId id) {
        return jobs.insert(id);
    }

    /** Takes the file that waits longest; empty when none does. */
    Mono<Job> take() {
        return Mono.defer(() -> jobs.take(ids.next(), properties.lease()))
                .flatMap(taken -> bury(taken.job().id(), taken.before()).thenReturn(taken.job()))
                .as(transactions::transactional);
    }

    /** Somebody dead stored this, and can store no outcome any more. */
    private Mono<Void> bury(MediaId id, @Nullable UUID token) {
        return token == null ? Mono.empty() : garbage.add(prefix(id, token));
    }

    /** Whether the file is still with this worker; then it is so for another lease. */
    Mono<Boolean> renew(Job job) {
        return jobs.renew(job, properties.lease());
    }

    /** Gives a file back, for a while later, and as not tried. */
    Mono<Void> giveBack(Job job, Duration pause) {
        return leave(job, jobs.release(job, pause, job.attempts() - 1));
    }

    /** Gives back a file that could not be tried to the end, for a while later. */
    Mono<Void> putOff(Job job, Duration pause) {
        return leave(job, jobs.release(job, pause, job.attempts()));
    }

    /** Says that the file is another's, or is gone. */
    Mono<Void> forget(Job job) {
        return leave(job, Mono.empty());
    }

    /**
     * What the worker stored is nobody's then; unless its outcome was stored at the last moment, which nobody waited
     * for any more. Under the file's lock it is known which.
     */
    private Mono<Void> leave(Job job, Mono<Void> release) {
        return jobs.lockFile(job.id())
                .then(release)
                .then(Mono.defer(() -> isStored(job)))
                .flatMap(stored -> stored ? Mono.empty() : garbage.add(job.prefix()))
                .as(transactions::transactional);
    }

    /**
     * Stores the outcome, if the file is still with this worker; whether it is stored. May be repeated when it is not
     * known whether that was done.
     */
    Mono<Boolean> finish(Job job, Media before, Media outcome) {
        return jobs.delete(job)
                .flatMap(mine -> mine ? store(before, outcome).thenReturn(true) : isStored(job))
                .as(transactions::transactional);
    }

    private Mono<Void> store(Media before, Media outcome) {
        var old = before.original().objectKey();
        var isNeeded =
                outcome.state() != MediaState.REFUSED && old.equals(outcome.original().objectKey());
        return files.store(outcome).then(isNeeded ? Mono.empty() : garbage.add(old));
    }

    private Mono<Boolean> isStored(Job job) {
        return files.findAll(List.of(job.id()))
                .map(
                        found ->
                                found.stream()
                                        .flatMap(PreviewQueue::keys)
                                        .anyMatch(key -> key.startsWith(job.prefix())));
    }

    private static Stream<String> keys(Media media) {
        return Stream.concat(
                Stream.of(media.original().objectKey()),
                media.previews().stream().map(Preview::objectKey));
    }

    /** How many files wait or are with a worker. */
    Mono<Long> length() {
        return jobs.count();
    }

    private static String prefix(MediaId id, UUID token) {
        return Media.prefix(id) + token + "/";
    }

    /**
     * A file that is with a worker.
     *
     * @param id the file
     * @param token whose it is
     * @param attempts how often it was tried, this time included
     */
    record Job(MediaId id, UUID token, int attempts) {

        /** The keys of all that the worker stores begin so: nobody else's do. */
        String prefix() {
            return PreviewQueue.prefix(id, token);
        }
    }
}
