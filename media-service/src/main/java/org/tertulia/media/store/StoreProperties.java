package org.tertulia.media.store;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The store that keeps the bytes.
 *
 * @param endpoint address of its S3 API
 * @param region as the store calls it
 * @param bucket made when it is missing
 * @param accessKey who we are to the store
 * @param secretKey what proves it
 * @param writes parts and pieces written at once; each holds one part in memory
 * @param callTimeout how long the store may take for one request, all tries together
 * @param stallTimeout after so long without bytes that somebody waits for, a download ends; at most twice so long
 */
@ConfigurationProperties("tertulia.media.store")
record StoreProperties(
        URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("tertulia-media") String bucket,
        String accessKey,
        String secretKey,
        @DefaultValue("4") int writes,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("10s") Duration stallTimeout) {

    /** Refuses a store without keys: it would be open to everybody. */
    StoreProperties {
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException(
                    "tertulia.media.store.access-key and secret-key (environment TERTULIA_S3_ACCESS_KEY and"
                            + " TERTULIA_S3_SECRET_KEY) must be set");
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "StoreProperties[endpoint=%s, region=%s, bucket=%s]"
                .formatted(endpoint, region, bucket);
    }
}
