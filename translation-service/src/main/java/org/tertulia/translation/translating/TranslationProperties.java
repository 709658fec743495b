package org.tertulia.translation.translating;

import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What translates.
 *
 * @param engines the names of the engines, in the order in which they are asked; those that are not installed or have no
 *     address are passed over
 */
@ConfigurationProperties("tertulia.translation")
public record TranslationProperties(
        @DefaultValue({"deepl", "openai", "libretranslate", "apertium"}) List<String> engines) {

    /** Fails with {@link IllegalArgumentException} when an engine is named twice. */
    public TranslationProperties {
        engines = List.copyOf(engines);
        if (new HashSet<>(engines).size() < engines.size()) {
            throw new IllegalArgumentException("An engine is named twice: " + engines);
        }
    }
}
