package org.tertulia.translation.engine.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The DeepL API.
 *
 * @param url where it is; keys of the free plan belong to the default
 * @param apiKey the key; without it the engine is not there
 * @param limits what it is asked at most
 */
@ConfigurationProperties("tertulia.translation.deepl")
public record DeepLProperties(
        @DefaultValue("https://api-free.deepl.com") URI url,
        @Nullable String apiKey,
        @DefaultValue LimitsProperties limits) {

    /** Fails with {@link IllegalArgumentException} when {@code url} is no address. */
    public DeepLProperties {
        url = ServerAddress.checked(url);
        apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DeepL at " + url;
    }
}
