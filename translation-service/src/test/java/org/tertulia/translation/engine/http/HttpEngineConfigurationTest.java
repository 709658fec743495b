package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.LanguagePair;

class HttpEngineConfigurationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        LibreTranslateProperties.class,
        DeepLProperties.class,
        OpenAiProperties.class
    })
    @Import({HttpEngineConfiguration.class, PairsLearning.class})
    static class Engines {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Engines.class);

    @Test
    void withoutAddressesThereShouldBeNoEngines() {
        context.run(it -> assertThat(it).doesNotHaveBean(TranslationEngine.class));
    }

    @Test
    void keysThatAreSetToNothingShouldBeAsGoodAsNone() {
        context.withPropertyValues(
                        "tertulia.translation.libretranslate.url=",
                        "tertulia.translation.libretranslate.api-key=",
                        "tertulia.translation.deepl.api-key= ",
                        "tertulia.translation.openai.url=")
                .run(it -> assertThat(it).hasNotFailed().doesNotHaveBean(TranslationEngine.class));
    }

    @Test
    void eachShouldBeThereThatIsConfigured() {
        context.withPropertyValues(
                        "tertulia.translation.libretranslate.url=http://127.0.0.1:1/",
                        "tertulia.translation.deepl.api-key=k",
                        "tertulia.translation.deepl.url=http://127.0.0.1:1",
                        "tertulia.translation.openai.url=http://127.0.0.1:1/v1")
                .run(
                        it ->
                                assertThat(it.getBeansOfType(TranslationEngine.class).values())
                                        .extracting(TranslationEngine::name)
                                        .containsExactlyInAnyOrder(
                                                "libretranslate", "deepl", "openai"));
    }

    @Test
    void whatTheyTranslateShouldBeLearnedInTheBackground() {
        try (var server = FakeServer.speaking(Dialects.LIBRE_TRANSLATE)) {
            context.withPropertyValues(
                            "tertulia.translation.libretranslate.url=" + server.url(),
                            "tertulia.translation.openai.url=http://127.0.0.1:1/v1")
                    .run(
                            it -> {
                                for (var engine :
                                        it.getBeansOfType(TranslationEngine.class).values()) {
                                    await().atMost(PATIENCE)
                                            .untilAsserted(
                                                    () ->
                                                            assertThat(engine.pairs())
                                                                    .contains(
                                                                            LanguagePair.of(
                                                                                    "en", "es")));
                                }
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "example.org:5000",
                "http://ana:secret@example.org",
                "http://example.org?api_key=secret"
            })
    void whatIsNoAddressShouldBeRefusedWithoutBeingRepeated(String url) {
        context.withPropertyValues("tertulia.translation.openai.url=" + url)
                .run(
                        it ->
                                assertThat(it.getStartupFailure())
                                        .isNotNull()
                                        .rootCause()
                                        .hasMessageStartingWith("The url of an engine must be")
                                        .hasMessageNotContaining("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time-limit=0s", "time-limit=7s", "pause=0s", "per-minute=0"})
    void aLimitThatIsNoneOrLeavesTheNextEngineNoTimeShouldBeRefused(String limit) {
        context.withPropertyValues(
                        "tertulia.translation.openai.url=http://127.0.0.1:1/v1",
                        "tertulia.translation.openai.limits." + limit)
                .run(
                        it ->
                                assertThat(it.getStartupFailure())
                                        .isNotNull()
                                        .rootCause()
                                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void propertiesShouldNotShowTheirKeys() {
        context.withPropertyValues(
                        "tertulia.translation.libretranslate.api-key=secret",
                        "tertulia.translation.deepl.api-key=secret",
                        "tertulia.translation.openai.api-key=secret")
                .run(
                        it -> {
                            assertThat(it.getBean(LibreTranslateProperties.class).toString())
                                    .doesNotContain("secret");
                            assertThat(it.getBean(DeepLProperties.class).toString())
                                    .doesNotContain("secret");
                            assertThat(it.getBean(OpenAiProperties.class).toString())
                                    .doesNotContain("secret");
                        });
    }
}
