package org.tertulia.media.examination;

import java.awt.image.BufferedImage;

/**
 * How large a picture is, in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record Size(int width, int height) {

    static Size of(BufferedImage picture) {
        return new Size(picture.getWidth(), picture.getHeight());
    }

    long pixels() {
        return (long) width * height;
    }

    int longer() {
        return Math.max(width, height);
    }

    /** With width and height in each other's place. */
    Size turned() {
        return new Size(height, width);
    }

    /** Of the same shape, with a longer side of at most so much. */
    Size within(int side) {
        return longer() <= side ? this : new Size(scaled(width, side), scaled(height, side));
    }

    private int scaled(int length, int side) {
        return Math.max(1, (int) Math.round((double) length * side / longer()));
    }
}
