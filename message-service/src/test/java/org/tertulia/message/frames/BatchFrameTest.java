package org.tertulia.message.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BatchFrameTest {

    @Test
    void aBatchShouldHoldTheVeryFramesInTheirOrder() throws IOException {
        var frames =
                List.of(
                        EntryFrame.of("{\"seq\": 1, \"text\": \"¿Qué tal? 😀\"}"),
                        EntryFrame.of("{\"seq\": 2}"),
                        "{\"op\":\"snapshot\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(text(BatchFrame.gzip(frames)))
                .isEqualTo(
                        "{\"op\":\"batch\",\"frames\":["
                                + "{\"op\":\"entry\",\"seq\": 1, \"text\": \"¿Qué tal? 😀\"},"
                                + "{\"op\":\"entry\",\"seq\": 2},"
                                + "{\"op\":\"snapshot\"}]}");
    }

    @Test
    void whatRepeatsItselfShouldBecomeSmall() throws IOException {
        var frames =
                IntStream.range(0, 1_000)
                        .mapToObj(
                                i ->
                                        EntryFrame.of(
                                                "{\"type\":\"message.posted\",\"seq\":" + i + "}"))
                        .toList();
        var compressed = BatchFrame.gzip(frames);

        assertThat(compressed.length * 5).isLessThan(text(compressed).length());
    }

    private static String text(byte[] compressed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
