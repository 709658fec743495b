package org.tertulia.test;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tertulia.test.engine.S3Server;
import org.tertulia.test.engine.TestBucket;

/**
 * A new bucket in a real S3 store for each test class, for tests without Spring:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final S3Extension s3 = S3Extension.empty();
 * }</pre>
 *
 * The tests of a class share the bucket. It takes signed requests only, and addresses by path.
 */
public final class S3Extension implements BeforeAllCallback {

    private @Nullable TestBucket bucket;

    private S3Extension() {}

    /** A bucket without objects. */
    public static S3Extension empty() {
        return new S3Extension();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bucket = S3Server.shared().emptyBucket();
    }

    /** Where the bucket is, and its keys. */
    public TestBucket bucket() {
        return Objects.requireNonNull(bucket, "The test class has not begun");
    }
}
