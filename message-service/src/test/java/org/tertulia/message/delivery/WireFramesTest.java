package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read by Netty's decoder, as a client that takes no masked frames. */
class WireFramesTest {

    private final EmbeddedChannel client =
            new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 1_000_000));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 100_000})
    void aTextOfAnyLengthShouldBeOneMessage(int length) {
        var text = "x".repeat(length);

        send(false, text);

        WebSocketFrame frame = client.readInbound();
        assertThat(frame).isInstanceOf(TextWebSocketFrame.class);
        assertThat(frame.isFinalFragment()).isTrue();
        assertThat(frame.content().toString(StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(client.<WebSocketFrame>readInbound()).isNull();
    }

    @Test
    void severalShouldKeepTheirOrder() {
        send(false, "one", "two".repeat(100), "three");

        assertThat(List.of(text(), text(), text()))
                .containsExactly("one", "two".repeat(100), "three");
    }

    @Test
    void bytesShouldBeABinaryMessage() {
        send(true, "gzip");

        assertThat(client.<WebSocketFrame>readInbound()).isInstanceOf(BinaryWebSocketFrame.class);
    }

    private void send(boolean binary, String... payloads) {
        var bytes =
                List.of(payloads).stream().map(p -> p.getBytes(StandardCharsets.UTF_8)).toList();
        client.writeInbound(WireFrames.encode(ByteBufAllocator.DEFAULT, bytes, binary));
    }

    private String text() {
        WebSocketFrame frame = client.readInbound();
        return frame.content().toString(StandardCharsets.UTF_8);
    }
}
