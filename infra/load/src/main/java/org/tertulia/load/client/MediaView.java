package org.tertulia.load.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the REST API tells it, as far as tests look at it.
 *
 * @param id the file
 * @param kind {@code image}, {@code video}, {@code audio} or {@code file}
 * @param state {@code processing}, {@code ready}, {@code no-preview} or {@code refused}
 * @param name its name
 * @param bytes its length
 * @param previews its previews, with their addresses
 * @param address signed, of the file itself; null when nobody gets it
 */
public record MediaView(
        UUID id,
        String kind,
        String state,
        String name,
        long bytes,
        List<Preview> previews,
        @Nullable String address) {

    /**
     * A small picture of it.
     *
     * @param size {@code small}, {@code medium}, {@code large} or {@code poster}
     * @param contentType its media type
     * @param bytes its length
     * @param address signed
     */
    public record Preview(String size, String contentType, long bytes, String address) {}

    /** Where no previews are told, there are none. */
    public MediaView {
        previews = previews == null ? List.of() : List.copyOf(previews);
    }

    /** Whether it was looked into, whatever came of it. */
    public boolean isProcessed() {
        return !state.equals("processing");
    }
}
