package org.tertulia.gateway.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a file that passes is given up. There is no limit to the whole of it: half a gigabyte on a slow line takes hours.
 *
 * @param stall how long a client may send nothing of an upload, or take nothing of a download; above the patience of
 *     media-service, which keeps what came and tells the client so
 * @param silence how long the service may take nothing of an upload, or send nothing of a download
 * @param answer from the last byte of an upload to the head of its answer; to make one object of many parts takes a
 *     store some time
 */
@ConfigurationProperties("tertulia.gateway.media")
public record MediaProperties(
        @DefaultValue("60s") Duration stall,
        @DefaultValue("30s") Duration silence,
        @DefaultValue("60s") Duration answer) {

    /** Refuses limits that nothing could keep. */
    public MediaProperties {
        if (!stall.isPositive() || !silence.isPositive() || !answer.isPositive()) {
            throw new IllegalArgumentException("stall, silence and answer must be positive");
        }
    }
}
