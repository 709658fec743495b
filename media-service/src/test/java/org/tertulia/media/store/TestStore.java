package org.tertulia.media.store;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.test.engine.TestBucket;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The store as the service sees it, for tests without Spring. */
public final class TestStore implements AutoCloseable {

    private final S3AsyncClient client;
    private final ObjectStore objects;

    private TestStore(StoreProperties properties) {
        this.client = new StoreConfiguration().s3(properties);
        this.objects = new ObjectStore(client, properties);
    }

    /** A client of this bucket. */
    public static TestStore of(TestBucket bucket) {
        return with(bucket, bucket.secretKey());
    }

    /** A client of this bucket that signs with another key. */
    static TestStore with(TestBucket bucket, String secretKey) {
        return new TestStore(
                new StoreProperties(
                        URI.create(bucket.endpoint()),
                        bucket.region(),
                        bucket.name(),
                        bucket.accessKey(),
                        secretKey,
                        4,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2)));
    }

    /** What the service uses. */
    public ObjectStore objects() {
        return objects;
    }

    /** Notes of what is to be taken out, in this database. */
    public Garbage garbage(DatabaseClient database, Clock clock) {
        return new Garbage(new GarbageRepository(database), objects, clock);
    }

    @Override
    public void close() {
        client.close();
    }
}
