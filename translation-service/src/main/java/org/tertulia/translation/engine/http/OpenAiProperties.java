package org.tertulia.translation.engine.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tertulia.translation.language.Language;

/**
 * A server that speaks the chat completions API of OpenAI: a model of one's own by llama.cpp, Ollama or vLLM, or a service.
 *
 * @param url where the API is, up to and without {@code /chat/completions}; without it the engine is not there
 * @param apiKey the key, where it wants one
 * @param model the model
 * @param temperature how freely it chooses its words; some models take no other than 1
 * @param languages the languages it translates between, in every direction
 * @param limits what it is asked at most
 */
@ConfigurationProperties("tertulia.translation.openai")
public record OpenAiProperties(
        @Nullable URI url,
        @Nullable String apiKey,
        @DefaultValue("default") String model,
        @DefaultValue("0") double temperature,
        @DefaultValue({"ca", "de", "en", "es", "eu", "fr", "gl", "it", "nl", "pl", "pt"})
                List<String> languages,
        @DefaultValue LimitsProperties limits) {

    /** Fails with {@link IllegalArgumentException} when {@code url} is no address, or something in {@code languages} none. */
    public OpenAiProperties {
        url = url == null ? null : ServerAddress.checked(url);
        apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
        languages = List.copyOf(languages);
        languages.forEach(Language::of);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return model + " at " + url;
    }
}
