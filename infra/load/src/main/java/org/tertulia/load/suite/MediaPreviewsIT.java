package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Json;
import org.tertulia.load.client.MadeUpFilm;
import org.tertulia.load.client.MadeUpPhoto;
import org.tertulia.load.client.MediaView;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.Kcat;

/**
 * People post photos and films while media-service, and the programs that it looks into films with, are killed: each ends with
 * its previews, and none is looked into twice. {@code TERTULIA_TEST_PHOTOS} says how many, 16 without.
 */
@Order(11)
class MediaPreviewsIT {
    private static final String PHOTOS = "TERTULIA_TEST_PHOTOS";
    private static final int FEWEST_PEOPLE = 4;
    private static final int PHOTOS_OF_A_PERSON = 10;

    /** Photos that are made and uploaded at a time. */
    private static final int AT_A_TIME = 4;

    private static final int KILLS = 2;

    /** One of so many is a film, where films can be made. */
    private static final int FILM_EACH = 8;

    private static final int FILM_SECONDS = 10;

    /** Fewer than a file is looked into at most, so that none is given up. */
    private static final int KILLED_PROGRAMS = 4;

    private static final Pattern FFMPEG = Pattern.compile("ffmpeg");

    /** As soon as they are seen. */
    private static final ProgramKiller.Pace AT_ONCE =
            new ProgramKiller.Pace(
                    Duration.ofMillis(4), Duration.ofMillis(6), KILLED_PROGRAMS, KILLED_PROGRAMS);

    private static final int PAGE = 100;
    private static final long NOBODY = -1;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String TOPIC = "media.events.v1";

    private final Suite suite = Suite.running();
    private final int photos = Integer.parseInt(System.getenv().getOrDefault(PHOTOS, "16"));
    private final AtomicInteger posted = new AtomicInteger();
    private List<Person> people;
    private UUID chat;

    private String mediaService = "";
    private byte[] film = new byte[0];

    @BeforeEach
    void gather() throws InterruptedException {
        mediaService = suite.mediaService();
        var count = Math.max(FEWEST_PEOPLE, photos / PHOTOS_OF_A_PERSON);
        people = suite.people("foto", count);
        film = MadeUpFilm.canBeMade() ? new MadeUpFilm(FILM_SECONDS).mp4() : film;
        chat = people.getFirst().chats().group("Álbum", people.subList(1, count)).id();
    }

    @AfterEach
    void recover() {
        suite.control().awaitReady(LIMIT);
    }

    @Test
    void everyOneShouldEndWithItsPreviewsAndNoneTwice() throws Exception {
        List<UUID> ids;
        try (var killer = new ProgramKiller(this::mediaServiceId, FFMPEG, AT_ONCE)) {
            ids = postWhileKilling();
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> views(ids).stream().allMatch(MediaView::isProcessed));
            assertThat(killer.killed()).isEqualTo(film.length == 0 ? 0 : KILLED_PROGRAMS);
        }

        assertThat(views(ids)).hasSize(photos).allSatisfy(this::assertPreviews);
        assertThat(people.getLast().chats().wholeHistory(chat)).hasSize(photos);
        if (photos <= PAGE) {
            assertThat(people.getLast().media().pictures(chat))
                    .containsExactlyInAnyOrderElementsOf(photosOf(ids));
        }
        if (Kcat.isInstalled()) {
            assertProcessedOnce(ids);
        }
    }

    private List<UUID> postWhileKilling() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var all =
                    IntStream.range(0, photos)
                            .mapToObj(it -> CompletableFuture.supplyAsync(() -> post(it), threads))
                            .toList();
            for (var i = 1; i <= KILLS; i++) {
                var enough = photos * i / (KILLS + 1);
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> posted.get() >= enough);
                killMediaService();
            }
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Returns when another process has begun, so that the next kill is another one too. */
    private void killMediaService() {
        suite.control().awaitReady(LIMIT);
        var killed = mediaServiceId();
        suite.kill(mediaService);
        await().atMost(LIMIT).until(() -> mediaServiceId() != killed && mediaServiceId() != NOBODY);
    }

    private UUID post(int number) {
        var person = people.get(number % people.size());
        var id =
                isFilm(number)
                        ? person.media().upload("vídeo " + number + ".mp4", film)
                        : person.media().upload("foto " + number + ".jpg", photo(number));
        var message = UUID.randomUUID();
        await().atMost(LIMIT)
                .until(() -> person.chats().tryPost(chat, message, "", List.of(id)).isSuccess());
        posted.incrementAndGet();
        return id;
    }

    private boolean isFilm(int number) {
        return film.length > 0 && number % FILM_EACH == 0;
    }

    private static byte[] photo(int number) {
        return new MadeUpPhoto(number, 3_000, 2_000).jpeg();
    }

    private List<UUID> photosOf(List<UUID> ids) {
        return IntStream.range(0, ids.size()).filter(it -> !isFilm(it)).mapToObj(ids::get).toList();
    }

    /** While it is started again it has none, and nothing is its child. */
    private long mediaServiceId() {
        var pid = suite.control().glance().part(mediaService).pid();
        return pid == null ? NOBODY : pid;
    }

    private List<MediaView> views(List<UUID> ids) {
        var reader = people.getLast().media();
        return IntStream.iterate(0, it -> it < ids.size(), it -> it + PAGE)
                .mapToObj(it -> ids.subList(it, Math.min(ids.size(), it + PAGE)))
                .flatMap(page -> reader.all(page).stream())
                .toList();
    }

    private void assertPreviews(MediaView view) {
        assertThat(view.state()).isEqualTo("ready");
        assertThat(view.previews())
                .extracting(MediaView.Preview::size)
                .containsExactlyInAnyOrder(
                        view.kind().equals("video")
                                ? new String[] {"poster", "small", "medium", "large"}
                                : new String[] {"small", "medium", "large"});
        for (var preview : view.previews()) {
            try (var bytes = suite.gateway().open(preview.address(), Map.of())) {
                assertThat(bytes.status()).isEqualTo(200);
                assertThat(bytes.headers().firstValue("content-type"))
                        .contains(preview.contentType());
                assertThat(bytes.drain()).isEqualTo(preview.bytes());
            }
        }
    }

    /** An event may be delivered again as it was; one of another time is another event. */
    private void assertProcessedOnce(List<UUID> ids) throws IOException, InterruptedException {
        var processed = new HashMap<UUID, Set<String>>();
        var lines = new Kcat(suite.home()).read(TOPIC, "-o", "beginning", "-e", "-J");
        for (var line : lines.split("\n")) {
            var value = line.startsWith("{") ? Json.tree(line) : Json.tree("{}");
            var event = Json.tree(value.path("payload").asString("{}"));
            if (event.path("type").asString("").equals("media.processed")) {
                processed
                        .computeIfAbsent(
                                UUID.fromString(event.path("mediaId").asString()),
                                _ -> new HashSet<>())
                        .add(event.path("occurredAt").asString());
            }
        }
        assertThat(ids).allSatisfy(id -> assertThat(processed.get(id)).as("%s", id).hasSize(1));
    }
}
