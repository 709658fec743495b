package org.tertulia.media.examination;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What ffprobe says of a film or a sound.
 *
 * @param size upright, and of square pixels; null when there is nothing to see
 * @param hasSound whether there is something to hear
 * @param duration null when the file does not tell
 */
record FilmFacts(@Nullable Size size, boolean hasSound, @Nullable Duration duration) {

    private static final int QUARTER = 90;
    private static final int HALF = 180;

    static FilmFacts of(JsonNode told) {
        @Nullable Size size = null;
        var hasSound = false;
        for (var stream : told.path("streams")) {
            var isCover = stream.path("disposition").path("attached_pic").asInt(0) == 1;
            switch (stream.path("codec_type").asString("")) {
                case "video" -> size = size == null && !isCover ? size(stream) : size;
                case "audio" -> hasSound = true;
                default -> {}
            }
        }
        return new FilmFacts(size, hasSound, duration(told.path("format").path("duration")));
    }

    private static @Nullable Duration duration(JsonNode seconds) {
        var text = seconds.asString("");
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return null;
        }
        var millis = Math.round(Double.parseDouble(text) * 1000);
        return millis == 0 ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Size size(JsonNode stream) {
        var width = stream.path("width").asInt(0);
        var height = stream.path("height").asInt(0);
        if (width <= 0 || height <= 0) {
            return null;
        }
        var shown = new Size(Math.max(1, (int) Math.round(width * ratio(stream))), height);
        return Math.abs(rotation(stream)) % HALF == QUARTER ? shown.turned() : shown;
    }

    /** How wide a pixel is, its height being 1; pixels of very strange shapes are taken for square ones. */
    private static double ratio(JsonNode stream) {
        var parts = stream.path("sample_aspect_ratio").asString("").split(":", -1);
        if (parts.length != 2 || !(parts[0] + parts[1]).matches("[0-9]{2,12}")) {
            return 1;
        }
        var ratio = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        return ratio >= 0.25 && ratio <= 4 ? ratio : 1;
    }

    private static int rotation(JsonNode stream) {
        for (var side : stream.path("side_data_list")) {
            if (side.has("rotation")) {
                return side.path("rotation").asInt(0);
            }
        }
        return 0;
    }

    /** The same, of which it is known how long it lasts. */
    FilmFacts lasting(@Nullable Duration known) {
        return new FilmFacts(size, hasSound, known);
    }
}
