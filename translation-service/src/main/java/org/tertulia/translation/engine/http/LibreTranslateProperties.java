package org.tertulia.translation.engine.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A LibreTranslate server.
 *
 * @param url where it is, such as {@code http://127.0.0.1:5000}; without it the engine is not there
 * @param apiKey its key, where it wants one
 * @param limits what it is asked at most
 */
@ConfigurationProperties("tertulia.translation.libretranslate")
public record LibreTranslateProperties(
        @Nullable URI url, @Nullable String apiKey, @DefaultValue LimitsProperties limits) {

    /** Fails with {@link IllegalArgumentException} when {@code url} is no address. */
    public LibreTranslateProperties {
        url = url == null ? null : ServerAddress.checked(url);
        apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LibreTranslate at " + url;
    }
}
