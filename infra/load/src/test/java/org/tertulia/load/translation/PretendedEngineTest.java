package org.tertulia.load.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Api;

class BadEngineTest {
    private static final Map<String, String> REQUEST =
            Map.of("q", "Hola", "source", "es", "target", "en");

    @Test
    void itShouldSayThatItTranslatesAndNotDoIt() {
        try (var engine = BadEngine.start(BadEngine.Habit.FAILS)) {
            var api = api(engine);

            assertThat(api.get("/languages", null).json()).hasSize(2);
            assertThat(api.post("/translate", null, REQUEST).status()).isEqualTo(500);
            assertThat(engine.asked()).isEqualTo(1);
        }
    }

    @Test
    void nonsenseShouldComeAsASuccess() {
        try (var engine = BadEngine.start(BadEngine.Habit.TALKS_NONSENSE)) {
            assertThat(api(engine).post("/translate", null, REQUEST).isSuccess()).isTrue();
        }
    }

    private static Api api(BadEngine engine) {
        return new Api(
                URI.create(engine.settings().get("TERTULIA_TRANSLATION_LIBRETRANSLATE_URL")));
    }
}
