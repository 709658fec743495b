package org.tertulia.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ServerFrameTest {

    @Test
    void aBatchShouldBeItsFramesInTheirOrder() throws IOException {
        var text =
                "{\"op\":\"batch\",\"frames\":[%s,%s,{\"op\":\"pong\"}]}"
                        .formatted(Frames.entry(2), Frames.entry(3));

        assertThat(ServerFrame.unpack(gzip(text)))
                .containsExactly(
                        new ServerFrame.Entry(Frames.posted(2, "message 2")),
                        new ServerFrame.Entry(Frames.posted(3, "message 3")),
                        new ServerFrame.Pong());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
