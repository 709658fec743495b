package org.tertulia.translation.translating;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What translates.
 *
 * @param engines the names of the engines, in the order in which they are asked; those that are not installed or have no
 *     address are passed over, but a name that none has is refused
 */
@ConfigurationProperties("tertulia.translation")
public record TranslationProperties(
        @DefaultValue({"deepl", "openai", "libretranslate", "apertium"}) List<String> engines) {

    /** Those that come with the service. They may be named also where they are not installed, or have no address. */
    static final Set<String> OWN = Set.of("deepl", "openai", "libretranslate", "apertium");

    /** Fails with {@link IllegalArgumentException} when an engine is named twice. */
    public TranslationProperties {
        engines = List.copyOf(engines);
        if (new HashSet<>(engines).size() < engines.size()) {
            throw new IllegalArgumentException("An engine is named twice: " + engines);
        }
    }
}
