package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.tertulia.gateway.testing.RawSocket;

class SocketRelayTest {

    private static final int MOST = 1000;

    /** A channel that may be told to take nothing. */
    private static final class SlowChannel extends EmbeddedChannel {

        private boolean takesNothing;
        private int flushes;

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) throws Exception {
            flushes++;
            if (!takesNothing) {
                super.doWrite(waiting);
            }
        }

        private void takeAgain() {
            takesNothing = false;
            flush();
        }
    }

    private final SlowChannel client = new SlowChannel();
    private final SlowChannel service = new SlowChannel();
    private final ArrayList<SocketRelay> closed = new ArrayList<>();

    @BeforeEach
    void join() {
        client.freezeTime();
        client.pipeline().addLast(new HttpServerCodec());
        var request = UpgradeRequest.to(URI.create("ws://10.0.0.1:80/x"), new HttpHeaders());
        var bounds =
                new RealtimeProperties(
                        DataSize.ofBytes(MOST), Duration.ofSeconds(30), Duration.ofMinutes(2));
        ServiceHandshake.on(service, request)
                .subscribe(
                        answer ->
                                new SocketRelay(client, service, bounds, closed::add)
                                        .start(((ServiceAnswer.Upgraded) answer).socket()));
        service.writeInbound(Unpooled.wrappedBuffer(RawSocket.upgrade()));
        service.releaseOutbound();
        client.flushes = 0;
        service.flushes = 0;
    }

    @AfterEach
    void release() {
        client.finishAndReleaseAll();
        service.finishAndReleaseAll();
    }

    @Test
    void theBufferThatWasReadShouldBeTheOneThatIsWritten() {
        var down = buffer(10);
        var up = buffer(10);

        service.writeInbound(down);
        client.writeInbound(up);

        assertThat(client.<ByteBuf>readOutbound()).isSameAs(down);
        assertThat(service.<ByteBuf>readOutbound()).isSameAs(up);
        down.release();
        up.release();
    }

    @Test
    void aBurstShouldBeFlushedOnce() {
        service.writeInbound(buffer(10), buffer(10), buffer(10));

        assertThat(client.outboundMessages()).hasSize(3);
        assertThat(client.flushes).isEqualTo(1);
    }

    @Test
    void aSideShouldNotBeReadWhileTheOtherHoldsTooMuch() {
        client.takesNothing = true;

        service.writeInbound(buffer(MOST / 2));
        assertThat(service.config().isAutoRead()).isTrue();
        service.writeInbound(buffer(MOST / 2));
        assertThat(service.config().isAutoRead()).isFalse();
        assertThat(client.config().isAutoRead()).isTrue();

        client.takeAgain();
        assertThat(service.config().isAutoRead()).isTrue();
        assertThat(client.outboundMessages()).hasSize(2);
    }

    @Test
    void aSideThatTakesNothingShouldBeCutThoughItTalks() {
        client.takesNothing = true;
        service.writeInbound(buffer(MOST + 1));

        for (var i = 0; i < 2; i++) {
            assertThat(client.isOpen()).isTrue();
            client.writeInbound(buffer(1));
            pass(Duration.ofSeconds(31));
        }

        assertThat(client.isOpen()).isFalse();
        assertThat(service.isOpen()).isFalse();
        assertThat(closed).isNotEmpty();
    }

    @Test
    void aSideThatTakesLittleByLittleShouldNotBeCut() {
        for (var i = 0; i < 10; i++) {
            client.takesNothing = true;
            service.writeInbound(buffer(MOST + 1));
            pass(Duration.ofSeconds(29));
            client.takeAgain();
        }

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void aSocketOnWhichNothingPassesShouldBeCutInTime() {
        for (var i = 0; i < 4; i++) {
            assertThat(client.isOpen()).isTrue();
            pass(Duration.ofSeconds(30));
        }

        assertThat(client.isOpen()).isFalse();
        assertThat(service.isOpen()).isFalse();
    }

    @Test
    void aSocketOnWhichOneSideTalksShouldStay() {
        for (var i = 0; i < 20; i++) {
            client.writeInbound(buffer(1));
            pass(Duration.ofSeconds(119));
        }

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void aSideThatDoesNotEndAfterTheOtherShouldBeCut() {
        service.close();
        pass(Duration.ofSeconds(11));

        assertThat(client.isOpen()).isFalse();
        assertThat(closed).isNotEmpty();
    }

    private void pass(Duration time) {
        client.advanceTimeBy(time.toSeconds(), TimeUnit.SECONDS);
        client.runScheduledPendingTasks();
    }

    private static ByteBuf buffer(int length) {
        return Unpooled.wrappedBuffer(new byte[length]);
    }
}
