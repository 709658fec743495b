package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.media.Uploader.expectProblem;

import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tertulia.test.engine.S3Server;
import org.tertulia.test.engine.TestBucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store goes away and comes back. */
class StoreAwayIT extends MediaApi {

    private static final TestBucket BUCKET = S3Server.shared().emptyBucket();
    private static final StoreDoor DOOR = StoreDoor.before(BUCKET.endpoint());

    private boolean shut;

    @DynamicPropertySource
    static void whereTheStoreIs(DynamicPropertyRegistry properties) {
        BUCKET.properties().forEach((key, value) -> properties.add(key, () -> value));
        properties.add("tertulia.media.store.endpoint", DOOR::endpoint);
    }

    @AfterEach
    void openAgain() {
        if (shut) {
            open();
        }
    }

    @Test
    void anUploadShouldBeToldToTryAgainAndLoseNothing() {
        var ana = somebody();
        var content = random(20 * MEBIBYTE);
        var upload = ana.begun(content.length, "a.bin");
        ana.sent(upload, 0, Arrays.copyOf(content, 9 * MEBIBYTE));

        shut();
        var refused =
                ana.send(
                        upload,
                        9 * MEBIBYTE,
                        Arrays.copyOfRange(content, 9 * MEBIBYTE, 19 * MEBIBYTE));
        refused.expectHeader().exists("Retry-After");
        expectProblem(refused, 503, "service-unavailable");
        assertThat(ana.offset(upload)).isEqualTo(9 * MEBIBYTE);

        open();
        ana.sent(upload, 9 * MEBIBYTE, Arrays.copyOfRange(content, 9 * MEBIBYTE, content.length));
        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void theStoreMayGoInTheMiddleOfABody() {
        var ana = somebody();
        var content = random(30 * MEBIBYTE);
        var upload = ana.begun(content.length, "a.bin");
        try (var raw = RawUpload.patch(port, ana, upload, 0, content.length)) {
            raw.send(Arrays.copyOf(content, 9 * MEBIBYTE));
            Awaitility.await().atMost(LIMIT).until(() -> ana.offset(upload) >= 8 * MEBIBYTE);
            shut();
            raw.send(Arrays.copyOfRange(content, 9 * MEBIBYTE, content.length));
            assertThat(raw.status()).isEqualTo(503);
        }
        var kept = ana.offset(upload);
        assertThat(kept).isGreaterThanOrEqualTo(8 * MEBIBYTE);

        open();
        ana.sent(upload, kept, Arrays.copyOfRange(content, (int) kept, content.length));
        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void anUploadMayBeBegunMeanwhile() {
        var ana = somebody();
        shut();
        var upload = ana.begun(1000, "a.bin");
        expectProblem(ana.send(upload, 0, random(1000)), 503, "service-unavailable");

        open();
        ana.sent(upload, 0, random(1000));
        assertThat(stored(Uploader.id(upload))).isEqualTo(random(1000));
    }

    @Test
    void theServiceShouldNotBeReadyMeanwhile() {
        shut();
        awaitReadiness(503);
        open();
        awaitReadiness(200);
    }

    @Test
    void whoHasOtherKeysShouldSeeNothing() {
        var id = somebody().upload("a.bin", random(1000));
        var key = "media/%s/upload".formatted(id);
        try (var store = store();
                var guessing = StoredObjects.guessing(environment)) {
            assertThat(store.keys("media/" + id)).containsExactly(key);
            for (Runnable attempt :
                    new Runnable[] {
                        () -> guessing.keys(""),
                        () -> guessing.read(key),
                        () -> guessing.put(key, new byte[1])
                    }) {
                assertThatThrownBy(attempt::run)
                        .cause()
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                it -> assertThat(it.statusCode()).isEqualTo(403));
            }
        }
        assertThat(stored(id)).isEqualTo(random(1000));
    }

    private void awaitReadiness(int status) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () ->
                                client.get()
                                                .uri("/readyz")
                                                .exchange()
                                                .expectBody()
                                                .returnResult()
                                                .getStatus()
                                                .value()
                                        == status);
    }

    private void shut() {
        DOOR.shut();
        shut = true;
    }

    private void open() {
        DOOR.open();
        shut = false;
    }
}
