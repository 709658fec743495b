package org.tertulia.message.previews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.message.webpages.PageUnavailable;
import org.tertulia.message.webpages.WebPages;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;

/**
 * Fetches previews: of one address once at a time, whoever asks for it, and in turn. A fetch goes on when those who asked
 * have gone, so that it is there for the next one. A host that does not answer is left alone for a while; a count in a
 * bounded cache is enough for that, where a circuit breaker for every host that anybody names would never be forgotten.
 */
@Component
final class PreviewFetching {

    /** A host that did not answer so often rests. */
    private static final int FAILURES_TO_REST = 3;

    /** Hosts whose failures are remembered. */
    private static final int MAX_HOSTS = 10_000;

    private static final Logger log = LoggerFactory.getLogger(PreviewFetching.class);

    private final WebPages pages;
    private final PreviewRepository repository;
    private final Clock clock;
    private final PreviewProperties properties;
    private final MeterRegistry meters;
    private final FetchQueue queue;
    private final Cache<String, Integer> failures;
    private final Map<PreviewKey, Mono<Preview>> underWay = new ConcurrentHashMap<>();

    PreviewFetching(
            WebPages pages,
            PreviewRepository repository,
            Clock clock,
            PreviewProperties properties,
            MeterRegistry meters) {
        this.pages = pages;
        this.repository = repository;
        this.clock = clock;
        this.properties = properties;
        this.meters = meters;
        this.queue =
                new FetchQueue(
                        properties.concurrency(), properties.perHost(), properties.maxWaiting());
        this.failures =
                Caffeine.newBuilder()
                        .expireAfterWrite(properties.restHostFor())
                        .maximumSize(MAX_HOSTS)
                        .build();
        Gauge.builder("message.preview.waiting", queue, FetchQueue::waiting)
                .description("Pages that wait for being fetched")
                .register(meters);
    }

    /**
     * The page's preview once it is fetched; {@link Preview#NONE} when there is none, for whatever reason, and {@link
     * Preview#PENDING} at once when there is no room to wait.
     */
    Mono<Preview> fetch(PreviewKey key, WebAddress address) {
        return Mono.defer(() -> underWay.computeIfAbsent(key, unknown -> flight(unknown, address)));
    }

    private Mono<Preview> flight(PreviewKey key, WebAddress address) {
        return queue.run(address.host(), Mono.defer(() -> fetchNow(key, address)))
                .onErrorResume(FetchQueue.Full.class, full -> busy())
                .doFinally(end -> underWay.remove(key))
                .cache();
    }

    private Mono<Preview> fetchNow(PreviewKey key, WebAddress address) {
        if (failuresOf(address) >= FAILURES_TO_REST) {
            return none("resting");
        }
        return pages.read(address)
                .map(Preview::of)
                .doOnNext(preview -> fetched(address, preview))
                .onErrorResume(error -> failed(address, error))
                .flatMap(preview -> keep(key, preview));
    }

    private void fetched(WebAddress address, Preview preview) {
        failures.invalidate(address.host());
        count(preview.page() == null ? "nothing" : "found");
    }

    private Mono<Preview> failed(WebAddress address, Throwable error) {
        if (!(error instanceof PageUnavailable unavailable)) {
            log.warn("A page could not be read: {}", error.toString());
            return none("failed");
        }
        return switch (unavailable.reason()) {
            case REFUSED -> none("refused");
            case UNUSABLE -> {
                failures.invalidate(address.host());
                yield none("unusable");
            }
            case UNREACHABLE -> unanswered(address, "unreachable");
            case TIMEOUT -> unanswered(address, "timeout");
        };
    }

    private Mono<Preview> unanswered(WebAddress address, String result) {
        failures.asMap().merge(address.host(), 1, Integer::sum);
        return none(result);
    }

    private int failuresOf(WebAddress address) {
        var known = failures.getIfPresent(address.host());
        return known == null ? 0 : known;
    }

    private Mono<Preview> none(String result) {
        count(result);
        return Mono.just(Preview.NONE);
    }

    /** Whoever asks again in a while may find room. */
    private Mono<Preview> busy() {
        count("busy");
        return Mono.just(Preview.PENDING);
    }

    private void count(String result) {
        meters.counter("message.preview.fetch", "result", result).increment();
    }

    /** What can not be kept is told all the same. */
    private Mono<Preview> keep(PreviewKey key, Preview preview) {
        var now = clock.instant();
        var kept = preview.page() == null ? properties.keepFailuresFor() : properties.keepFor();
        return repository
                .put(key, preview, now, now.plus(kept))
                .onErrorResume(PreviewFetching::notKept)
                .thenReturn(preview);
    }

    private static Mono<Void> notKept(Throwable error) {
        log.warn("A preview could not be kept: {}", error.toString());
        return Mono.empty();
    }
}
