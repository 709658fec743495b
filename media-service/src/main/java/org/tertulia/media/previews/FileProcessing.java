package org.tertulia.media.previews;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.examination.Examination;
import org.tertulia.media.examination.Findings;
import org.tertulia.media.examination.Findings.Picture;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.files.MediaNotFound;
import org.tertulia.media.files.Preview;
import org.tertulia.media.previews.PreviewQueue.Job;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.starter.problem.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Brings a file from the store, has it looked into, and stores what was found: objects under keys that no other worker
 * has, then the outcome and its event in one transaction.
 */
@Component
final class FileProcessing {

    private static final String JPEG = "image/jpeg";

    private final MediaFiles files;
    private final ObjectStore store;
    private final Examination examination;
    private final PreviewQueue queue;
    private final PreviewMetrics metrics;
    private final PreviewProperties properties;

    FileProcessing(
            MediaFiles files,
            ObjectStore store,
            Examination examination,
            PreviewQueue queue,
            PreviewMetrics metrics,
            PreviewProperties properties) {
        this.files = files;
        this.store = store;
        this.examination = examination;
        this.queue = queue;
        this.metrics = metrics;
        this.properties = properties;
    }

    /** It took longer than a file may. */
    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("it took too long", null, false, false);
        }
    }

    /** Looks into the file on {@code thread}, a scheduler of a single one, within {@code folders}. */
    Mono<Ending> process(Job job, WorkFolders folders, Scheduler thread) {
        return files.find(job.id())
                .flatMap(
                        media ->
                                outcome(job, media, folders, thread)
                                        .flatMap(it -> finish(job, media, it)))
                .onErrorReturn(MediaNotFound.class, Ending.LOST);
    }

    private Mono<Media> outcome(Job job, Media media, WorkFolders folders, Scheduler thread) {
        if (job.attempts() > properties.attempts()) {
            var found = Examination.givenUp(media);
            return Mono.just(
                    media.processed(
                            found.state(), media.original(), found.appearance(), List.of()));
        }
        // On the thread that looks into the file: a folder is not deleted under what is being done
        // in it.
        return Mono.usingWhen(
                        Mono.fromCallable(folders::create).subscribeOn(thread),
                        folder -> looked(job, media, folder, thread),
                        folder ->
                                Mono.fromRunnable(() -> WorkFolders.delete(folder))
                                        .subscribeOn(thread))
                .timeout(properties.timeLimit(), Mono.error(TooSlow::new));
    }

    private Mono<Media> looked(Job job, Media media, Path folder, Scheduler thread) {
        var file = folder.resolve("file");
        return store.readInto(media.original().objectKey(), file)
                .then(Mono.fromCallable(() -> examine(media, file, folder)).subscribeOn(thread))
                .flatMap(found -> stored(job, media, found));
    }

    private Findings examine(Media media, Path file, Path folder) throws Exception {
        var sample = metrics.begin();
        var findings = examination.examine(media, file, folder);
        metrics.looked(sample, media.kind());
        return findings;
    }

    private Mono<Media> stored(Job job, Media media, Findings found) {
        return Flux.fromIterable(found.pictures())
                .concatMap(picture -> stored(job, picture))
                .collectList()
                .flatMap(
                        previews ->
                                original(job, media, found.original())
                                        .map(
                                                original ->
                                                        media.processed(
                                                                found.state(),
                                                                original,
                                                                found.appearance(),
                                                                previews)));
    }

    private Mono<Preview> stored(Job job, Picture picture) {
        var key = job.prefix() + picture.variant().text();
        var bytes = picture.jpeg();
        return store.put(key, Mono.fromSupplier(() -> List.of(ByteBuffer.wrap(bytes))))
                .thenReturn(
                        new Preview(
                                picture.variant(),
                                picture.width(),
                                picture.height(),
                                JPEG,
                                bytes.length,
                                key));
    }

    private Mono<Media.Original> original(Job job, Media media, @Nullable Path replacement) {
        if (replacement == null) {
            return Mono.just(media.original());
        }
        var key = job.prefix() + "original";
        return store.put(key, replacement)
                .then(Mono.fromCallable(() -> Files.size(replacement)))
                .map(bytes -> media.original().replaced(key, bytes));
    }

    /** A database that is away is waited for: the work is done, and need not be done again. */
    private Mono<Ending> finish(Job job, Media before, Media outcome) {
        return queue.finish(job, before, outcome)
                .retryWhen(
                        Retry.fixedDelay(Long.MAX_VALUE, properties.pause())
                                .filter(Infrastructure::isAway))
                .map(stored -> stored ? Ending.of(outcome.state()) : Ending.LOST);
    }
}
