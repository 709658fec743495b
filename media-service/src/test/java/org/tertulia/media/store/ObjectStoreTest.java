package org.tertulia.media.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.test.S3Extension;
import org.tertulia.test.engine.TestBucket;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ObjectStoreTest {

    @RegisterExtension static final S3Extension s3 = S3Extension.empty();

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PART = 5 << 20;

    private static TestStore store;

    @BeforeAll
    static void connect() {
        store = TestStore.of(s3.bucket());
    }

    @AfterAll
    static void disconnect() {
        store.close();
    }

    @Test
    void whatIsWrittenShouldBeReadWholeAndInPart() {
        put("read/one", "grey heron");

        assertThat(text(store.objects().read("read/one", 5, 7))).isEqualTo("her");
        assertThat(text(store.objects().readAll("read/one").flux())).isEqualTo("grey heron");
        assertThat(length("read/one")).isEqualTo(10);
        assertThat(length("read/other")).isNull();
    }

    @Test
    void stretchesShouldBeWrittenOneAfterTheOther() {
        var content = List.of(bytes("grey "), bytes(""), bytes("heron"));
        store.objects().put("stretches", Mono.just(content)).block(LIMIT);

        assertThat(text(store.objects().readAll("stretches").flux())).isEqualTo("grey heron");
        assertThat(content).allMatch(it -> it.position() == 0);
    }

    @Test
    void anObjectMayBeEmpty() {
        store.objects().put("empty", Mono.just(List.<ByteBuffer>of())).block(LIMIT);

        assertThat(length("empty")).isZero();
    }

    @Test
    void aFileShouldBeWrittenAndCopiedBack(@TempDir Path folder) throws Exception {
        var content = random(100_000, 1);
        Files.write(folder.resolve("from"), content);

        store.objects().put("file", folder.resolve("from")).block(LIMIT);
        store.objects().readInto("file", folder.resolve("to")).block(LIMIT);

        assertThat(folder.resolve("to")).hasBinaryContent(content);
    }

    @Test
    void partsShouldBecomeOneObjectAlsoWhenItIsSaidTwice() {
        var first = random(PART, 2);
        var id = store.objects().beginParts("parts").block(LIMIT);
        var tags = List.of(part("parts", id, 1, first), part("parts", id, 2, new byte[] {1, 2}));

        store.objects().completeParts("parts", id, tags).block(LIMIT);
        store.objects().completeParts("parts", id, tags).block(LIMIT);

        assertThat(length("parts")).isEqualTo(PART + 2);
        assertThat(store.objects().readAll("parts").block(LIMIT))
                .isEqualTo(ByteBuffer.allocate(PART + 2).put(first).put(new byte[] {1, 2}).flip());
    }

    @Test
    void aPartWrittenAgainShouldReplaceTheOneBefore() {
        var id = store.objects().beginParts("again").block(LIMIT);
        part("again", id, 1, random(PART, 3));
        var content = random(PART, 4);
        var tag = part("again", id, 1, content);

        store.objects().completeParts("again", id, List.of(tag)).block(LIMIT);

        assertThat(store.objects().readAll("again").block(LIMIT))
                .isEqualTo(ByteBuffer.wrap(content));
    }

    @Test
    void partsThatWereForgottenShouldNotBecomeAnObject() {
        var id = store.objects().beginParts("aborted").block(LIMIT);
        var tag = part("aborted", id, 1, random(PART, 5));

        store.objects().abortParts("aborted", id).block(LIMIT);
        store.objects().abortParts("aborted", id).block(LIMIT);

        assertThatThrownBy(
                        () ->
                                store.objects()
                                        .completeParts("aborted", id, List.of(tag))
                                        .block(LIMIT))
                .isNotNull();
        assertThat(length("aborted")).isNull();
    }

    @Test
    void whatIsDeletedShouldBeGoneAndMayBeDeletedAgain() {
        put("delete/a", "a");
        put("delete/b", "b");

        store.objects().delete(List.of("delete/a", "delete/none")).block(LIMIT);
        store.objects().delete(List.of("delete/a")).block(LIMIT);
        store.objects().delete(List.of()).block(LIMIT);

        assertThat(length("delete/a")).isNull();
        assertThat(length("delete/b")).isEqualTo(1);
    }

    @Test
    void everythingBelowAPrefixShouldBeDeletedHoweverMuchItIs() {
        Flux.fromStream(IntStream.range(0, 1_100).boxed())
                .flatMap(i -> store.objects().put("many/" + i, Mono.just(List.of(bytes("x")))), 8)
                .then()
                .block(Duration.ofSeconds(60));
        put("manyothers", "x");

        store.objects().deleteAll("many/").block(Duration.ofSeconds(60));
        store.objects().deleteAll("many/").block(LIMIT);

        assertThat(length("many/0")).isNull();
        assertThat(length("many/1099")).isNull();
        assertThat(length("manyothers")).isEqualTo(1);
    }

    @Test
    void aBucketThatIsMissingShouldBeMade() {
        var there = s3.bucket();
        var missing =
                new TestBucket(
                        there.endpoint(),
                        there.region(),
                        "made-when-missing",
                        there.accessKey(),
                        there.secretKey());
        try (var other = TestStore.of(missing)) {
            other.objects().check().block(LIMIT);
            other.objects().check().block(LIMIT);
            other.objects().put("a", Mono.just(List.of(bytes("a")))).block(LIMIT);

            assertThat(other.objects().length("a").block(LIMIT)).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatRefusesTheKeysShouldCountAsAway() {
        put("refused", "x");
        try (var stranger = TestStore.with(s3.bucket(), "guessed")) {
            assertAway(stranger.objects().put("mine", Mono.just(List.of(bytes("x")))));
            assertAway(stranger.objects().readAll("refused"));
            assertAway(stranger.objects().check());
        }
        assertThat(length("mine")).isNull();
    }

    @Test
    void aStoreThatIsNotThereShouldCountAsAway() {
        var there = s3.bucket();
        var nowhere =
                new TestBucket(
                        "http://127.0.0.1:9",
                        there.region(),
                        there.name(),
                        there.accessKey(),
                        there.secretKey());
        try (var away = TestStore.of(nowhere)) {
            assertAway(away.objects().put("mine", Mono.just(List.of(bytes("x")))));
            assertAway(away.objects().read("mine", 0, 1).then());
        }
    }

    private static void assertAway(Mono<?> call) {
        assertThatThrownBy(() -> call.block(LIMIT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.type()).isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE));
    }

    private static void put(String key, String text) {
        store.objects().put(key, Mono.just(List.of(bytes(text)))).block(LIMIT);
    }

    private static String part(String key, String id, int number, byte[] content) {
        return store.objects()
                .writePart(key, id, number, Mono.just(List.of(ByteBuffer.wrap(content))))
                .block(LIMIT);
    }

    private static Long length(String key) {
        return store.objects().length(key).block(LIMIT);
    }

    private static String text(Flux<ByteBuffer> content) {
        return content.map(it -> UTF_8.decode(it.duplicate()).toString())
                .collectList()
                .map(it -> String.join("", it))
                .block(LIMIT);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private static byte[] random(int length, long seed) {
        var content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }
}
