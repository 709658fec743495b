package org.tertulia.translation.engine.apertium;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Apertium is used.
 *
 * @param modes the folder of its mode files; when there is none, nothing is installed
 * @param lookEvery how often that folder is looked into, so that a pair that was installed appears
 * @param timeLimit how long one text may take; what takes longer is ended. A text of 2,000 characters takes some 20 ms.
 *     With the turns of others before it, a text may take twice that.
 * @param idle after how long without a text the programs of a direction are ended; together they take 40 to 160 MB
 * @param maxPipes directions whose programs run at once; for a further one, those end that were not used for longest
 * @param maxWaiting texts of one direction that wait for their turn; further ones are refused
 * @param maxCharacters the longest text; a word of 20,000 characters takes the programs half a second (measured)
 */
@ConfigurationProperties("tertulia.translation.apertium")
public record ApertiumProperties(
        @DefaultValue("/usr/share/apertium/modes") Path modes,
        @DefaultValue("30s") Duration lookEvery,
        @DefaultValue("3s") Duration timeLimit,
        @DefaultValue("5m") Duration idle,
        @DefaultValue("8") int maxPipes,
        @DefaultValue("200") int maxWaiting,
        @DefaultValue("4000") int maxCharacters) {

    /** Fails with {@link IllegalArgumentException} when a bound is none. */
    public ApertiumProperties {
        if (maxPipes < 1 || maxWaiting < 1 || maxCharacters < 1) {
            throw new IllegalArgumentException(
                    "max-pipes, max-waiting and max-characters must be at least 1");
        }
    }
}
