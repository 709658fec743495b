package org.tertulia.media.examination;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How ffmpeg is to read and write a kind of file. It is told what to read and does not guess: a guess could be a list of
 * other files to read.
 *
 * @param demuxer what reads it
 * @param muxer what writes it
 */
record Container(String demuxer, String muxer) {

    private static final Map<String, Container> BY_TYPE =
            Map.ofEntries(
                    Map.entry("video/mp4", new Container("mov", "mp4")),
                    Map.entry("audio/mp4", new Container("mov", "mp4")),
                    Map.entry("video/quicktime", new Container("mov", "mov")),
                    Map.entry("video/webm", new Container("matroska", "webm")),
                    Map.entry("audio/webm", new Container("matroska", "webm")),
                    Map.entry("video/ogg", new Container("ogg", "ogg")),
                    Map.entry("audio/ogg", new Container("ogg", "ogg")),
                    Map.entry("audio/mpeg", new Container("mp3", "mp3")),
                    Map.entry("audio/wav", new Container("wav", "wav")),
                    Map.entry("audio/flac", new Container("flac", "flac")),
                    Map.entry("audio/aac", new Container("aac", "adts")));

    /** Of the muxer: where the table of contents is, and no tags that it writes by itself. */
    List<String> options() {
        return switch (muxer) {
            case "mp4", "mov" -> List.of("-movflags", "+faststart");
            case "mp3" -> List.of("-id3v2_version", "0", "-write_id3v1", "0");
            default -> List.of();
        };
    }

    /** Empty for what nobody plays. */
    static Optional<Container> of(String contentType) {
        return Optional.ofNullable(BY_TYPE.get(contentType));
    }
}
