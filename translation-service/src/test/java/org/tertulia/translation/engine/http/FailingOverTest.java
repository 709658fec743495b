package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tertulia.translation.detection.LanguageDetector;
import org.tertulia.translation.engine.http.FakeServer.Habit;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.protection.Protection;
import org.tertulia.translation.translating.TranslationOrder;
import org.tertulia.translation.translating.TranslationOutcome.Translated;
import org.tertulia.translation.translating.TranslationProperties;
import org.tertulia.translation.translating.Translator;

/** As the service puts it together: a server that fails makes way for the next, and comes back. */
class FailingOverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(
            basePackageClasses = {HttpEngineConfiguration.class, TranslationProperties.class})
    @ComponentScan(
            basePackageClasses = {
                HttpEngineConfiguration.class,
                LanguageDetector.class,
                Protection.class,
                Translator.class
            })
    static class Service {}

    private static void run(FakeServer first, FakeServer second, Consumer<Translator> test) {
        new ApplicationContextRunner()
                .withUserConfiguration(Service.class)
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues(
                        "tertulia.translation.engines=libretranslate,deepl,apertium",
                        "tertulia.translation.libretranslate.url=" + first.url(),
                        "tertulia.translation.libretranslate.api-key=" + FakeServer.KEY,
                        "tertulia.translation.libretranslate.limits.time-limit=1s",
                        "tertulia.translation.libretranslate.limits.pause=500ms",
                        "tertulia.translation.deepl.url=" + second.url(),
                        "tertulia.translation.deepl.api-key=" + FakeServer.KEY,
                        "tertulia.translation.deepl.limits.time-limit=6s")
                .run(context -> test.accept(context.getBean(Translator.class)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Habit.class,
            names = {"HANGS", "FAILS", "ANSWERS_HALF_OF_ITS_JSON", "ANSWERS_A_PAGE"})
    void theNextShouldAnswerWhileOneIsOutOfOrder(Habit habit) {
        try (var first = FakeServer.speaking(Dialects.LIBRE_TRANSLATE);
                var second = FakeServer.speaking(Dialects.DEEPL)) {
            run(
                    first,
                    second,
                    translator -> {
                        await().atMost(PATIENCE)
                                .until(
                                        () ->
                                                translator.engines().size() == 2
                                                        && translator.engines().stream()
                                                                .noneMatch(
                                                                        it ->
                                                                                it.pairs()
                                                                                        .isEmpty()));
                        assertThat(by(translator)).isEqualTo("libretranslate");
                        first.become(habit);
                        var before = first.asked().size();
                        for (int i = 0; i < 20; i++) {
                            assertThat(by(translator)).isEqualTo("deepl");
                        }
                        // The breaker opens after the fourth text, the first of which was
                        // translated; two try again.
                        assertThat(first.asked().size() - before).isBetween(3, 10);
                        first.become(Habit.TRANSLATES);
                        await().atMost(PATIENCE)
                                .until(() -> by(translator).equals("libretranslate"));
                    });
        }
    }

    /** The engine that has translated it. */
    private static String by(Translator translator) {
        var order =
                new TranslationOrder(
                        "my house is with @ana",
                        new Language("es"),
                        new Language("en"),
                        Set.of(),
                        List.of());
        var outcome = translator.translate(order).block(PATIENCE);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Translated.class,
                        it -> assertThat(it.text()).isEqualTo("mi casa is with @ana"));
        return ((Translated) outcome).engine();
    }
}
