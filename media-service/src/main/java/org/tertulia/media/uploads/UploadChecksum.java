package org.tertulia.media.uploads;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** What the bytes of one request must add up to ({@code Upload-Checksum} of tus 1.0). For one request, in order. */
final class UploadChecksum {

    /** As it is told in {@code Tus-Checksum-Algorithm}. */
    static final String ALGORITHMS = "sha1,sha256,crc32";

    /** Adds bytes up. */
    private interface Sum {
        void add(byte[] bytes);

        byte[] result();
    }

    private final Sum sum;
    private final byte[] expected;

    private UploadChecksum(Sum sum, byte[] expected) {
        this.sum = sum;
        this.expected = expected;
    }

    /** Null when the client sent none. Fails with malformed-request for what is none, or of an unknown kind. */
    static @Nullable UploadChecksum of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var words = header.strip().split(" +");
        if (words.length != 2) {
            throw malformed();
        }
        try {
            return new UploadChecksum(sum(words[0]), Base64.getDecoder().decode(words[1]));
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                ProblemTypes.MALFORMED_REQUEST,
                "Upload-Checksum must be one of " + ALGORITHMS + " and a base64 text.");
    }

    private static Sum sum(String algorithm) {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "sha1" -> digest("SHA-1");
            case "sha256" -> digest("SHA-256");
            case "crc32" -> crc();
            default -> throw malformed();
        };
    }

    private static Sum digest(String name) {
        try {
            var digest = MessageDigest.getInstance(name);
            return new Sum() {
                @Override
                public void add(byte[] bytes) {
                    digest.update(bytes);
                }

                @Override
                public byte[] result() {
                    return digest.digest();
                }
            };
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Sum crc() {
        var crc = new CRC32();
        return new Sum() {
            @Override
            public void add(byte[] bytes) {
                crc.update(bytes);
            }

            @Override
            public byte[] result() {
                return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
            }
        };
    }

    void add(byte[] bytes) {
        sum.add(bytes);
    }

    /** Whether all that was added is what was expected. To be asked once. */
    boolean holds() {
        return MessageDigest.isEqual(sum.result(), expected);
    }
}
