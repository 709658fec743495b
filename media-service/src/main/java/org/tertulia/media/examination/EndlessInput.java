package org.tertulia.media.examination;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file with zeros behind its end. The reader of WebP looks ahead of what it needs, and at the end of a file fails, and
 * goes on, for every single pixel: a picture of one colour would take it minutes.
 */
final class EndlessInput extends ImageInputStreamImpl {

    private final ImageInputStream file;
    private final long length;

    EndlessInput(ImageInputStream file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        var isBehind = streamPos >= length;
        streamPos++;
        return isBehind ? 0 : file.read();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        bitOffset = 0;
        var inFile = (int) Math.min(count, Math.max(0, length - streamPos));
        if (inFile > 0) {
            file.readFully(bytes, from, inFile);
        }
        Arrays.fill(bytes, from + inFile, from + count, (byte) 0);
        streamPos += count;
        return count;
    }

    @Override
    public void seek(long position) throws IOException {
        super.seek(position);
        file.seek(Math.min(position, length));
    }

    @Override
    public long length() {
        return length;
    }
}
