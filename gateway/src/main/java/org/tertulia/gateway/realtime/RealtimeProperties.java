package org.tertulia.gateway.realtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of a proxied WebSocket. Message-service sets the real ones and says so with its close codes;
 * these only keep a single frame from filling the memory.
 *
 * @param maxClientFrame largest frame from a client; above what message-service takes, so that its own
 *     refusal is what the client sees
 * @param maxServiceFrame largest frame from message-service; a hello tells of five hundred chats
 * @param stall how long either side may take nothing while something waits for it
 */
@ConfigurationProperties("tertulia.gateway.realtime")
record RealtimeProperties(
        @DefaultValue("128KB") DataSize maxClientFrame,
        @DefaultValue("16MB") DataSize maxServiceFrame,
        @DefaultValue("30s") Duration stall) {

    int clientFrameBytes() {
        return Math.toIntExact(maxClientFrame.toBytes());
    }

    int serviceFrameBytes() {
        return Math.toIntExact(maxServiceFrame.toBytes());
    }
}
