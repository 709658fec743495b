package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.Variant;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.engine.S3Server;
import org.tertulia.test.engine.TestBucket;

/** The store goes away and comes back, while somebody reads from it. */
@ServiceTest(
        properties = {
            "tertulia.media.collecting.every=200ms",
            "tertulia.media.store.stall-timeout=1s"
        })
@Timeout(60)
class ContentStoreAwayIT extends FilesApi {

    private static final int MEGABYTE = 1 << 20;
    private static final TestBucket BUCKET = S3Server.shared().emptyBucket();
    private static final StoreDoor DOOR = StoreDoor.before(BUCKET.endpoint());

    @Autowired ObjectStore store;

    private boolean shut;

    @DynamicPropertySource
    static void whereTheStoreIs(DynamicPropertyRegistry properties) {
        BUCKET.properties().forEach((key, value) -> properties.add(key, () -> value));
        properties.add("tertulia.media.store.endpoint", DOOR::endpoint);
    }

    @AfterEach
    void openAgain() {
        if (shut) {
            openDoor();
        }
    }

    @Test
    void bytesAreToBeAskedForAgainAndAllElseIsTold() {
        var file = sent(fileOf(ana)).id();
        var address = address(bruno, file);
        shutDoor();
        var answer = open(address);
        answer.expectHeader().exists(HttpHeaders.RETRY_AFTER);
        answer.expectHeader().doesNotExist(HttpHeaders.CONTENT_DISPOSITION);
        answer.expectHeader().doesNotExist(HttpHeaders.ETAG);
        answer.expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
        expectProblem(answer, 503, "service-unavailable");
        assertThat(address(bruno, file)).contains(file.toString());
        client.head().uri(address).exchange().expectStatus().isOk();
        openDoor();
        await(LIMIT, () -> open(address).expectStatus().isOk());
    }

    @Test
    void halfAFileIsNotTakenForTheWhole() throws IOException, InterruptedException {
        var film = StoredFile.content(64 * MEGABYTE);
        var file = fileOf(ana).of(MediaKind.VIDEO, "video/mp4").with(film).store();
        var uri = URI.create("http://127.0.0.1:%d%s".formatted(port, address(ana, file)));
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(body.readNBytes(MEGABYTE)).hasSize(MEGABYTE);
                shutDoor();
                assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void whatIsToBeDeletedIsDeletedWhenItIsBack() {
        var file = fileOf(ana).withPreview(Variant.SMALL, new byte[] {1}).store();
        shutDoor();
        request(HttpMethod.DELETE, ana, MEDIA + "/" + file).exchange().expectStatus().isNoContent();
        assertThat(noted(file)).isEqualTo(1);
        openDoor();
        await(LIMIT, () -> assertThat(noted(file)).isZero());
        for (var variant : new Variant[] {Variant.ORIGINAL, Variant.SMALL}) {
            var key = Media.prefix(new MediaId(file)) + variant.text();
            assertThat(store.length(key).hasElement().block(LIMIT)).isFalse();
        }
    }

    private void shutDoor() {
        DOOR.shut();
        shut = true;
    }

    private void openDoor() {
        DOOR.open();
        shut = false;
    }

    private long noted(UUID file) {
        var count =
                database.sql("select count(*) from garbage where prefix = $1")
                        .bind(0, Media.prefix(new MediaId(file)))
                        .mapValue(Long.class)
                        .one();
        return Objects.requireNonNull(count.block(LIMIT));
    }
}
