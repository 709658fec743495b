package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StallGuardTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    StallGuardTest() {
        channel.freezeTime();
        channel.pipeline().addLast(new StallGuard(Duration.ofSeconds(30)));
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aConnectionOnWhichNothingHappensShouldStayOpen() {
        pass(Duration.ofHours(1));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aConnectionThatTakesNothingShouldBeCut() {
        var waiting = channel.write(Unpooled.copiedBuffer(new byte[100]));

        pass(Duration.ofSeconds(29));
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(31));
        assertThat(channel.isOpen()).isFalse();
        assertThat(waiting.isSuccess()).isFalse();
    }

    @Test
    void aConnectionThatTakesWhatItIsGivenShouldStayOpen() {
        for (var i = 0; i < 100; i++) {
            channel.writeOutbound(Unpooled.copiedBuffer(new byte[100]));
            pass(Duration.ofSeconds(29));
        }

        assertThat(channel.isOpen()).isTrue();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toSeconds(), TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
