package org.tertulia.media.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are looked into.
 *
 * @param maxPixels of a picture; one with more is refused before it is decoded
 * @param maxDecodedPixels of a picture of a kind that can only be decoded as a whole; one with more has no preview;
 *     an eighth of it for WebP, whose reader takes that much more memory
 * @param maxDuration of films and sounds; longer ones are refused
 * @param workers files looked into at once by this instance; with 0 it leaves them to others
 * @param attempts how often a file is tried, when an instance or a program dies over it
 * @param lease how long a file waits when the instance that had it dies
 * @param poll how often an idle worker looks for files
 * @param pause how long a worker waits when what it needs is away, and, times the attempts, a file that failed
 * @param timeLimit how long one file may take
 * @param programLimit how long one run of ffmpeg may take
 * @param programMemory address space of one run of ffmpeg, where the system can limit it
 * @param folder where files are while they are looked into; empty for the system's temporary folder
 * @param ffmpeg the program, by its name or its path
 * @param ffprobe the program, by its name or its path
 */
@ConfigurationProperties("tertulia.media.previews")
public record PreviewProperties(
        @DefaultValue("200000000") long maxPixels,
        @DefaultValue("16000000") long maxDecodedPixels,
        @DefaultValue("4h") Duration maxDuration,
        @DefaultValue("1") int workers,
        @DefaultValue("5") int attempts,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("40s") Duration programLimit,
        @DefaultValue("2GB") DataSize programMemory,
        @DefaultValue("") String folder,
        @DefaultValue("ffmpeg") String ffmpeg,
        @DefaultValue("ffprobe") String ffprobe) {

    /** Refuses what would never look into anything. */
    public PreviewProperties {
        if (workers < 0 || attempts < 1) {
            throw new IllegalArgumentException(
                    "tertulia.media.previews.workers must be at least 0, and attempts at least 1");
        }
    }
}
