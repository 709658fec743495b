package org.tertulia.media.files;

/**
 * A small picture of a file.
 *
 * @param variant which one
 * @param width in pixels
 * @param height in pixels
 * @param contentType its media type
 * @param bytes its length
 * @param objectKey where it is in the store
 */
public record Preview(
        Variant variant, int width, int height, String contentType, long bytes, String objectKey) {}
