package org.tertulia.contracts.media;

/**
 * A small picture of a file.
 *
 * @param size {@code small}, {@code medium}, {@code large} or {@code poster}
 * @param width in pixels
 * @param height in pixels
 * @param contentType its media type
 * @param bytes its length
 */
public record MediaPreview(String size, int width, int height, String contentType, long bytes) {}
