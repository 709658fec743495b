package org.tertulia.test.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tertulia.s3.S3Main;
import org.tertulia.s3.S3Program;
import org.tertulia.s3.S3Settings;

/**
 * The S3 store of this JVM, the same program as {@code ./tertulia up} runs, in a {@link ChildJvm}. Starts with the
 * first bucket that is asked for, also where a Docker engine answers: the published image is this very program on a
 * JVM, and would only take longer.
 */
public final class S3Server {

    private static final AtomicInteger NEXT_BUCKET = new AtomicInteger();

    private final S3Settings settings;

    private S3Server(S3Settings settings) {
        this.settings = settings;
    }

    /** The shared store, started when this is the first call. */
    public static S3Server shared() {
        return Holder.SHARED;
    }

    /** A new bucket without any object. */
    public TestBucket emptyBucket() {
        var name = "test-" + NEXT_BUCKET.incrementAndGet();
        try {
            Files.createDirectory(settings.bucket(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a bucket for tests", e);
        }
        return new TestBucket(
                settings.endpoint(),
                S3Settings.REGION,
                name,
                settings.accessKey(),
                settings.secretKey());
    }

    private static S3Server launch() throws IOException {
        var folder = ServerFolder.ofThisJvm("s3").resolve("store");
        var data = Files.createDirectories(folder.resolve("data"));
        var settings =
                new S3Settings(ChildJvm.freePort(), data, "tests", UUID.randomUUID().toString());
        var file = folder.resolve("s3.properties");
        settings.write(file);
        var arguments = new ArrayList<String>();
        arguments.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-Xss512k"));
        arguments.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData"));
        arguments.addAll(S3Program.in(ServerFolder.cache()).arguments(file));
        arguments.add(S3Main.UNTIL_INPUT_ENDS);
        ChildJvm.launch(folder, arguments, S3Main.READY);
        return new S3Server(settings);
    }

    private static final class Holder {
        private static final S3Server SHARED = ChildJvm.started("The S3 store", S3Server::launch);
    }
}
