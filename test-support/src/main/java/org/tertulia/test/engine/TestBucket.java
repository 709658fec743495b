package org.tertulia.test.engine;

import java.util.Map;

/**
 * A bucket of its own in the shared S3 store, addressed by path.
 *
 * @param endpoint where the store listens
 * @param region what clients sign for
 * @param name the bucket
 * @param accessKey who may use the store
 * @param secretKey what they sign with
 */
public record TestBucket(
        String endpoint, String region, String name, String accessKey, String secretKey) {

    private static final String PREFIX = "tertulia.media.store.";

    /** The keys by which a service that keeps objects finds the bucket. */
    public Map<String, String> properties() {
        return Map.of(
                PREFIX + "endpoint", endpoint,
                PREFIX + "region", region,
                PREFIX + "bucket", name,
                PREFIX + "access-key", accessKey,
                PREFIX + "secret-key", secretKey);
    }
}
