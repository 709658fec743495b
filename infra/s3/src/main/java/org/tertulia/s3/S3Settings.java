package org.tertulia.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of a store: it listens on the loopback address, and answers nobody without the keys,
 * by signature version 4.
 *
 * @param port where it listens
 * @param data the folder with one folder per bucket; its file system has extended attributes, in
 *     which the types of objects and what else is known of them are kept
 * @param accessKey who its only user is
 * @param secretKey what that user signs with
 */
public record S3Settings(int port, Path data, String accessKey, String secretKey) {
    /** The region that clients sign for; s3proxy has none of its own and takes any. */
    public static final String REGION = "us-east-1";

    /** Each request has one until its last byte is taken, also by whoever takes it slowly. */
    private static final int THREADS = 200;

    /**
     * Bodies that are signed as one are held in memory to be checked, so this bounds what one request
     * takes. The clients of ours sign piece by piece, and are not bound by it.
     */
    private static final int WHOLE_BODY_BYTES = 16 << 20;

    /** Where clients reach the store. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** The folder of a bucket: making it is making the bucket. */
    public Path bucket(String name) {
        return data.resolve(name);
    }

    /** Writes the file that s3proxy reads; it has the secret key in it. */
    public void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            properties().store(out, null);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("s3proxy.endpoint", endpoint());
        properties.setProperty("s3proxy.authorization", "aws-v4");
        properties.setProperty("s3proxy.identity", accessKey);
        properties.setProperty("s3proxy.credential", secretKey);
        // Newer clients send headers that it does not know.
        properties.setProperty("s3proxy.ignore-unknown-headers", "true");
        properties.setProperty("s3proxy.jetty.max-threads", "" + THREADS);
        properties.setProperty("s3proxy.v4-max-non-chunked-request-size", "" + WHOLE_BODY_BYTES);
        properties.setProperty("jclouds.provider", "filesystem-nio2");
        properties.setProperty("jclouds.filesystem.basedir", data.toString());
        return properties;
    }
}
