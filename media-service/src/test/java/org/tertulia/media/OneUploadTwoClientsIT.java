package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two clients send to one upload: one of them does, and the file is what it sent. */
class OneUploadTwoClientsIT extends MediaApi {

    @Test
    void whoComesSecondShouldBeToldThatTheUploadIsInUse() {
        var ana = somebody();
        var content = random(10 * MEBIBYTE);
        var upload = ana.begun(content.length, "a.bin");
        try (var first = RawUpload.patch(port, ana, upload, 0, content.length)) {
            first.send(Arrays.copyOf(content, 9 * MEBIBYTE));
            Awaitility.await().atMost(LIMIT).until(() -> ana.offset(upload) > 0);

            var second = ana.send(upload, ana.offset(upload), random(1000));
            second.expectHeader().valueEquals("Retry-After", "1");
            Uploader.expectProblem(second, 423, "upload-locked");
            Uploader.expectProblem(ana.end(upload), 423, "upload-locked");

            first.send(Arrays.copyOfRange(content, 9 * MEBIBYTE, content.length));
            assertThat(first.status()).isEqualTo(204);
        }

        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @RepeatedTest(5)
    void ofTwoAtOnceTheFileShouldBeOnes() throws Exception {
        var ana = somebody();
        var length = 17 * MEBIBYTE;
        var contents = List.of(content(length, 1), content(length, 2));
        var upload = ana.begun(length, "a.bin");

        try (var threads = Executors.newFixedThreadPool(2)) {
            var sending =
                    threads.invokeAll(
                            contents.stream()
                                    .<Callable<Integer>>map(it -> () -> status(ana, upload, it))
                                    .toList());
            var statuses = List.of(sending.getFirst().get(), sending.getLast().get());
            assertThat(statuses).containsOnlyOnce(204);
            assertThat(statuses).anyMatch(it -> it == 423 || it == 409);
            assertThat(stored(Uploader.id(upload))).isEqualTo(contents.get(statuses.indexOf(204)));
        }
    }

    private static int status(Uploader person, String upload, byte[] content) {
        return person.send(upload, 0, content).expectBody().returnResult().getStatus().value();
    }

    private static byte[] content(int length, int seed) {
        var content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }
}
