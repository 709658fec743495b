package org.tertulia.load.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * A file of any length that exists only while it is read. Every 64 KiB of it say where they belong, so a piece that is
 * missing, twice or elsewhere makes another file; nothing of it can be compressed, and it looks like no known type.
 *
 * @param seed what tells it from others
 * @param length in bytes
 */
public record MadeUpFile(long seed, long length) {
    private static final int BLOCK = 64 << 10;

    /** What it has from a place on. */
    public InputStream from(long offset) {
        return new Reader(offset);
    }

    /** The SHA-256 of all of it, in hexadecimal. */
    public String sha256() {
        return sha256(from(0));
    }

    /** The SHA-256 of what a stream has, in hexadecimal. */
    public static String sha256(InputStream stream) {
        try (stream) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BLOCK];
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Reader extends InputStream {
        private final byte[] block = new byte[BLOCK];
        private long at;

        Reader(long offset) {
            new Random(seed).nextBytes(block);
            at = offset;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) {
            if (at == length) {
                return -1;
            }
            var inBlock = (int) (at % BLOCK);
            ByteBuffer.wrap(block).putLong(at / BLOCK);
            var count = (int) Math.min(Math.min(wanted, BLOCK - inBlock), length - at);
            System.arraycopy(block, inBlock, target, offset, count);
            at += count;
            return count;
        }
    }
}
