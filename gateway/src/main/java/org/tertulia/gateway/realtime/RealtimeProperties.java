package org.tertulia.gateway.realtime;

import io.netty.channel.WriteBufferWaterMark;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of a WebSocket that is passed through. Message-service sets those of its frames and says so with
 * its close codes.
 *
 * @param maxWaiting how much may wait for either side; beyond it the other side is not read, so at most
 *     one read more is held
 * @param stall how long either side may take nothing while the other is not read for its sake
 * @param idle how long nothing may pass at all, rounded up to times of {@code stall}; above the silence
 *     message-service allows its clients, so that its close code is what they see
 */
@ConfigurationProperties("tertulia.gateway.realtime")
record RealtimeProperties(
        @DefaultValue("64KB") DataSize maxWaiting,
        @DefaultValue("30s") Duration stall,
        @DefaultValue("2m") Duration idle) {

    RealtimeProperties {
        if (maxWaiting.toBytes() < 2 || maxWaiting.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("max-waiting must be from 2 B to 2 GB");
        }
        if (!stall.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException("stall and idle must be positive");
        }
    }

    /** Reading goes on when half of what may wait is gone. */
    WriteBufferWaterMark waterMark() {
        var high = Math.toIntExact(maxWaiting.toBytes());
        return new WriteBufferWaterMark(high / 2, high);
    }

    /** So many looks at a socket, one every {@code stall}, may find that nothing passed. */
    long idleLooks() {
        return Math.ceilDiv(idle.toNanos(), stall.toNanos());
    }
}
