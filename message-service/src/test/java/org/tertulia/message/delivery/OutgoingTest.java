package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.netty.NettyPipeline;

class OutgoingTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Outgoing outgoing =
            new Outgoing(
                    channel,
                    new Flushes(channel.eventLoop(), flushed -> {}),
                    properties(Map.of("max-queued", "100B", "max-queued-frames", "5")));
    private int drained;

    @BeforeEach
    void open() {
        channel.pipeline()
                .addLast(NettyPipeline.ReactiveBridge, new ChannelInboundHandlerAdapter());
        outgoing.open(() -> drained++);
    }

    @Test
    void whatIsOfferedShouldWaitForThePlaceBeforeIt() {
        outgoing.offer(bytes("a"));
        var first = outgoing.reserve();
        outgoing.offer(bytes("d"));
        var second = outgoing.reserve();
        outgoing.offer(bytes("f"));
        assertThat(sent()).containsExactly("a");

        outgoing.fill(second, List.of(bytes("e")), true);
        assertThat(sent()).isEmpty();

        outgoing.fill(first, List.of(bytes("b"), bytes("c")), false);
        assertThat(sent()).containsExactly("b", "c", "d", "binary e", "f");
        assertThat(outgoing.isIdle()).isTrue();
        assertThat(drained).isEqualTo(2);
    }

    @Test
    void aBatchShouldCountAsLongAsItIsCompressed() {
        socketTakesNothing();
        var place = outgoing.reserve();
        assertThat(outgoing.offer(bytes("x".repeat(60)))).isTrue();
        assertThat(outgoing.fill(place, List.of(bytes("y".repeat(40))), true)).isTrue();
        assertThat(outgoing.offer(bytes("z"))).isFalse();
        assertThat(outgoing.fill(outgoing.reserve(), List.of(bytes("z")), true)).isFalse();
    }

    @Test
    void theFramesOfAPlaceShouldCount() {
        socketTakesNothing();
        var frames = List.of(bytes("1"), bytes("2"), bytes("3"), bytes("4"), bytes("5"));
        assertThat(outgoing.fill(outgoing.reserve(), frames, false)).isTrue();
        assertThat(outgoing.offer(bytes("6"))).isFalse();
        assertThat(outgoing.parcels()).isEqualTo(1);
    }

    @Test
    void whatWaitedShouldGoOutInOrderWhenTheSocketTakesItAgain() {
        socketTakesNothing();
        var place = outgoing.reserve();
        outgoing.offer(bytes("b"));
        outgoing.fill(place, List.of(bytes("a")), true);
        assertThat(sent()).isEmpty();

        socketTakesAll();
        assertThat(sent()).containsExactly("binary a", "b");
    }

    @Test
    void aPlaceThatWasForgottenShouldStayEmpty() {
        var place = outgoing.reserve();
        outgoing.offer(bytes("b"));
        outgoing.clear();
        assertThat(outgoing.fill(place, List.of(bytes("a".repeat(1_000))), true)).isTrue();
        assertThat(sent()).isEmpty();
        assertThat(outgoing.parcels()).isZero();
    }

    private void socketTakesNothing() {
        writable(false);
    }

    private void socketTakesAll() {
        writable(true);
    }

    private void writable(boolean now) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, now);
        channel.runPendingTasks();
    }

    /** What a client reads of it. */
    private List<String> sent() {
        channel.runPendingTasks();
        var client = new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 1024));
        for (ByteBuf wire = channel.readOutbound(); wire != null; wire = channel.readOutbound()) {
            client.writeInbound(wire);
        }
        var texts = new ArrayList<String>();
        for (WebSocketFrame frame = client.readInbound();
                frame != null;
                frame = client.readInbound()) {
            var text = frame.content().toString(StandardCharsets.UTF_8);
            texts.add(frame instanceof BinaryWebSocketFrame ? "binary " + text : text);
            frame.release();
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static DeliveryProperties properties(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("", DeliveryProperties.class);
    }
}
