package org.tertulia.message.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.webpages.PageSummary;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;

class PreviewRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Preview PAGE = Preview.of(new PageSummary("Site", "Título", null));
    private static final PreviewKey ONE = new PreviewKey("one");
    private static final PreviewKey OTHER = new PreviewKey("other");

    private final MutableClock clock = MutableClock.atNoon();
    private PreviewRepository repository;

    @BeforeEach
    void begin() {
        repository = new PreviewRepository(postgres.databaseClient());
        postgres.databaseClient().sql("DELETE FROM link_previews").then().block(PATIENCE);
    }

    @Test
    void whatWasPutLastShouldBeFoundUntilItExpires() {
        put(ONE, Preview.NONE, Duration.ofMinutes(1));
        put(ONE, PAGE, Duration.ofMinutes(2));
        put(OTHER, Preview.NONE, Duration.ofMinutes(1));
        assertThat(find()).isEqualTo(Map.of(ONE, PAGE, OTHER, Preview.NONE));

        clock.advance(Duration.ofMinutes(1));
        assertThat(find()).isEqualTo(Map.of(ONE, PAGE));
    }

    @Test
    void theSweepShouldForgetWhatHasExpired() {
        put(ONE, PAGE, Duration.ofMinutes(1));
        put(OTHER, PAGE, Duration.ofMinutes(2));
        clock.advance(Duration.ofMinutes(1));
        sweep(10);
        assertThat(rows()).containsExactly("other");
    }

    @Test
    void theSweepShouldForgetTheOldestOfTooMany() {
        for (int i = 1; i <= 5; i++) {
            put(new PreviewKey("p" + i), PAGE, Duration.ofMinutes(i));
        }
        sweep(5);
        assertThat(rows()).hasSize(5);
        sweep(2);
        assertThat(rows()).containsExactly("p4", "p5");
    }

    private void put(PreviewKey key, Preview preview, Duration kept) {
        var now = clock.instant();
        repository.put(key, preview, now, now.plus(kept)).block(PATIENCE);
    }

    private Map<PreviewKey, Preview> find() {
        return repository
                .find(List.of(ONE, OTHER, new PreviewKey("unknown")), clock.instant())
                .block(PATIENCE);
    }

    private void sweep(int maxKept) {
        new PreviewSweeper(repository, clock, properties(maxKept)).sweep().block(PATIENCE);
    }

    private static PreviewProperties properties(int maxKept) {
        return new PreviewProperties(
                true,
                Duration.ofSeconds(1),
                Duration.ofHours(24),
                Duration.ofMinutes(15),
                maxKept,
                8,
                2,
                64,
                Duration.ofMinutes(1));
    }

    private static List<String> rows() {
        return postgres.databaseClient()
                .sql("SELECT url_hash FROM link_previews ORDER BY url_hash")
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE);
    }
}
