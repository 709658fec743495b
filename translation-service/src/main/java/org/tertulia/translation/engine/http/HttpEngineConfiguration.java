package org.tertulia.translation.engine.http;

import static java.util.Objects.requireNonNull;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.translation.config.ConditionalOnValue;

/** The engines for which there is an address, or a key. */
@Configuration(proxyBeanMethods = false)
class HttpEngineConfiguration {

    @Bean
    @ConditionalOnValue("tertulia.translation.libretranslate.url")
    ServerEngine libreTranslate(LibreTranslateProperties properties) {
        var name = LibreTranslateClient.NAME;
        var guard =
                new GuardedServerClient(
                        name, requireNonNull(properties.url()), properties.limits());
        return new ServerEngine(
                name, new LibreTranslateClient(guard.web(), properties.apiKey()), guard);
    }

    @Bean
    @ConditionalOnValue("tertulia.translation.deepl.api-key")
    ServerEngine deepL(DeepLProperties properties) {
        var name = DeepLClient.NAME;
        var guard = new GuardedServerClient(name, properties.url(), properties.limits());
        return new ServerEngine(
                name, new DeepLClient(guard.web(), requireNonNull(properties.apiKey())), guard);
    }

    @Bean
    @ConditionalOnValue("tertulia.translation.openai.url")
    ServerEngine openAi(OpenAiProperties properties) {
        var name = OpenAiClient.NAME;
        var guard =
                new GuardedServerClient(
                        name, requireNonNull(properties.url()), properties.limits());
        return new ServerEngine(name, new OpenAiClient(guard.web(), properties), guard);
    }
}
