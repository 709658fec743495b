package org.tertulia.media.previews;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.previews.PreviewQueue.Job;
import org.tertulia.starter.problem.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Works the queue off: as many files at once as there may be, each on a thread of its own. A file whose worker is
 * stopped goes back to the queue; one whose worker dies comes back by itself.
 */
@Component
final class PreviewWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PreviewWorker.class);
    private static final int RENEWALS_PER_LEASE = 4;
    private static final int IDLE_SECONDS = 60;

    /** Of what is to be done on the thread of one worker: little at once. */
    private static final int QUEUED = 1_000;

    /** Below the time that the service has for stopping. */
    private static final Duration TO_STOP = Duration.ofSeconds(3);

    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Retry SOME_TIMES = Retry.fixedDelay(3, Duration.ofMillis(300));

    private final PreviewQueue queue;
    private final FileProcessing processing;
    private final PreviewMetrics metrics;
    private final PreviewProperties properties;
    private @Nullable Running running;

    PreviewWorker(
            PreviewQueue queue,
            FileProcessing processing,
            PreviewMetrics metrics,
            PreviewProperties properties) {
        this.queue = queue;
        this.processing = processing;
        this.metrics = metrics;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            var begun = new Running(folder());
            begun.start();
            running = begun;
        }
    }

    private Path folder() {
        var folder = properties.folder();
        return Path.of(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder);
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public synchronized void stop(Runnable whenStopped) {
        if (running == null) {
            whenStopped.run();
            return;
        }
        running.stop().doFinally(_ -> whenStopped.run()).subscribe();
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** From one start to the stop that follows. */
    private final class Running {

        private final WorkFolders folders;
        private final List<Scheduler> threads;
        private final Sinks.Empty<Void> stopping = Sinks.empty();
        private final Sinks.Empty<Void> ended = Sinks.empty();
        private volatile boolean goesOn = true;

        Running(Path folder) {
            this.folders = new WorkFolders(folder);
            this.threads =
                    IntStream.range(0, properties.workers())
                            .mapToObj(i -> thread("previews-" + i))
                            .toList();
        }

        private static Scheduler thread(String name) {
            return Schedulers.newBoundedElastic(1, QUEUED, name, IDLE_SECONDS, true);
        }

        void start() {
            if (!threads.isEmpty()) {
                folders.open();
            }
            var workers = threads.stream().map(this::work).toList();
            Mono.when(workers).doFinally(_ -> ended.tryEmitEmpty()).subscribe();
            count().takeUntilOther(stopping.asMono()).subscribe();
        }

        private Flux<Long> count() {
            return Flux.interval(Duration.ZERO, COUNT_EVERY)
                    .onBackpressureDrop()
                    .concatMap(_ -> queue.length().onErrorComplete(), 1)
                    .doOnNext(metrics::length);
        }

        Mono<Void> stop() {
            goesOn = false;
            stopping.tryEmitEmpty();
            return ended.asMono()
                    .then(Mono.defer(this::endThreads).subscribeOn(Schedulers.boundedElastic()))
                    .timeout(TO_STOP)
                    .onErrorComplete()
                    .then(
                            Mono.fromRunnable(folders::close)
                                    .subscribeOn(Schedulers.boundedElastic()))
                    .then();
        }

        /** What they are doing ends soon: it was interrupted. Takes locks. */
        private Mono<Void> endThreads() {
            return Mono.when(threads.stream().map(Scheduler::disposeGracefully).toList());
        }

        private Mono<Void> work(Scheduler thread) {
            return Mono.defer(() -> round(thread))
                    .onErrorResume(this::pause)
                    .repeat(() -> goesOn)
                    .then();
        }

        /** Looks into one file, or waits for one. */
        private Mono<Void> round(Scheduler thread) {
            return queue.take()
                    .flatMap(job -> hold(job, thread))
                    .switchIfEmpty(Mono.defer(() -> rest(properties.poll())))
                    .flatMap(
                            ending ->
                                    ending == Ending.AWAY ? rest(properties.pause()) : Mono.empty())
                    .then();
        }

        private Mono<Ending> rest(Duration pause) {
            return Mono.delay(pause).takeUntilOther(stopping.asMono()).then(Mono.empty());
        }

        private Mono<Void> pause(Throwable error) {
            log.warn("The preview worker pauses: {}", error.toString());
            return rest(properties.pause()).then();
        }

        /** While the file is this worker's, and the service does not stop. */
        private Mono<Ending> hold(Job job, Scheduler thread) {
            return Mono.firstWithSignal(
                            stopping.asMono().thenReturn(Ending.INTERRUPTED),
                            lost(job),
                            processing.process(job, folders, thread))
                    .onErrorResume(error -> Mono.just(failed(job, error)))
                    .flatMap(ending -> end(job, ending).thenReturn(ending))
                    .doOnNext(metrics::ended);
        }

        /** Says so when the lease is lost, and never ends otherwise. A database that is away for a moment loses nothing. */
        private Mono<Ending> lost(Job job) {
            return Flux.interval(properties.lease().dividedBy(RENEWALS_PER_LEASE))
                    .onBackpressureDrop()
                    .concatMap(_ -> queue.renew(job).onErrorReturn(true), 1)
                    .filter(stillHeld -> !stillHeld)
                    .next()
                    .map(_ -> Ending.LOST);
        }

        private static Ending failed(Job job, Throwable error) {
            log.warn(
                    "{} was not looked into (attempt {}): {}",
                    job.id(),
                    job.attempts(),
                    error.toString());
            return Infrastructure.isAway(error) ? Ending.AWAY : Ending.FAILED;
        }

        /** What can not be said now comes true by itself when the lease runs out. */
        private Mono<Void> end(Job job, Ending ending) {
            var said =
                    switch (ending) {
                        case READY, NO_PREVIEW, REFUSED -> Mono.<Void>empty();
                        case LOST -> queue.forget(job);
                        case INTERRUPTED -> queue.giveBack(job, Duration.ZERO);
                        case AWAY -> queue.giveBack(job, properties.pause());
                        case FAILED ->
                                queue.putOff(job, properties.pause().multipliedBy(job.attempts()));
                    };
            return said.retryWhen(SOME_TIMES).onErrorResume(this::unsaid);
        }

        private Mono<Void> unsaid(Throwable error) {
            log.warn("A file comes back when its lease runs out: {}", error.toString());
            return Mono.empty();
        }
    }
}
