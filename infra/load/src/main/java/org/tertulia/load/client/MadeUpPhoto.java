package org.tertulia.load.client;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A photo as a camera might make it: a sky, things in front of it, and the noise that makes a file of some megabytes.
 *
 * @param seed what tells it from others
 * @param width in pixels
 * @param height in pixels
 */
public record MadeUpPhoto(long seed, int width, int height) {
    private static final int THINGS = 60;
    private static final int NOISE = 24;

    /** The file, a JPEG. */
    public byte[] jpeg() {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        paint(image, random);
        addNoise(image, random);
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void paint(BufferedImage image, Random random) {
        var canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, color(random), width, height, color(random)));
        canvas.fillRect(0, 0, width, height);
        for (var i = 0; i < THINGS; i++) {
            canvas.setColor(color(random));
            var size = random.nextInt(1, Math.max(2, width / 6));
            canvas.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
        canvas.dispose();
    }

    private void addNoise(BufferedImage image, Random random) {
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                row[x] = noisy(row[x], random.nextInt(NOISE));
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
    }

    private static int noisy(int rgb, int noise) {
        var red = Math.min(255, (rgb >> 16 & 0xff) + noise);
        var green = Math.min(255, (rgb >> 8 & 0xff) + noise);
        var blue = Math.min(255, (rgb & 0xff) + noise);
        return red << 16 | green << 8 | blue;
    }

    private static Color color(Random random) {
        return new Color(random.nextInt(1 << 24));
    }
}
