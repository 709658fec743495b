package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StampTest {
    private static final Stamp STAMP = new Stamp(3, 4_711, 123_456_789_012_345L);

    @Test
    void aStampShouldBeFoundInTheMiddleOfAFrame() {
        var frame = "{\"op\":\"entry\",\"seq\":7,\"text\":\"%s\",\"type\":\"message.posted\"}";

        assertThat(Stamp.find(bytes(frame.formatted(STAMP.text(80))))).isEqualTo(STAMP);
    }

    @Test
    void aStampShouldBeFoundBehindAddresses() {
        var frame =
                "<message from='bench@conference.localhost/voice' to='ada@localhost'>%s</message>";

        assertThat(Stamp.find(bytes(frame.formatted(STAMP.text(80))))).isEqualTo(STAMP);
    }

    @Test
    void theTimeMayBeNegativeAsNanoTimeMay() {
        var stamp = new Stamp(65_535, 0, -5);

        assertThat(Stamp.find(bytes(stamp.text(40)))).isEqualTo(stamp);
    }

    @Test
    void theTextShouldBeAsLongAsAskedFor() {
        assertThat(STAMP.text(300)).hasSize(300);
    }

    @Test
    void aFrameWithoutAStampShouldHaveNone() {
        assertThat(Stamp.find(bytes("{\"op\":\"pong\"}"))).isNull();
        assertThat(Stamp.find(bytes("ana@example.org"))).isNull();
        assertThat(Stamp.find(bytes("deed@deed.example.org, a long way before the end"))).isNull();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
