package org.tertulia.load.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Api;

class PretendedEngineTest {
    private static final Map<String, String> REQUEST =
            Map.of("q", "Hola", "source", "es", "target", "en");

    @Test
    void itShouldSayThatItTranslatesAndNotDoIt() {
        try (var engine = PretendedEngine.start(PretendedEngine.Habit.FAILS)) {
            var api = api(engine);

            assertThat(api.get("/languages", null).json()).hasSize(2);
            assertThat(api.post("/translate", null, REQUEST).status()).isEqualTo(500);
            assertThat(engine.asked()).isEqualTo(1);
        }
    }

    @Test
    void nonsenseShouldComeAsASuccess() {
        try (var engine = PretendedEngine.start(PretendedEngine.Habit.TALKS_NONSENSE)) {
            assertThat(api(engine).post("/translate", null, REQUEST).isSuccess()).isTrue();
        }
    }

    @Test
    void itShouldDoAsItIsToldAndKeepWhatIsNoSentenceOfIts() {
        try (var engine = PretendedEngine.start(PretendedEngine.Habit.REFUSES)) {
            var request = Map.of("q", "@1 " + PretendedEngine.SPANISH);
            assertThat(api(engine).post("/translate", null, request).status()).isEqualTo(422);

            engine.become(PretendedEngine.Habit.ANSWERS);

            assertThat(api(engine).post("/translate", null, request).json().path("translatedText"))
                    .hasToString("\"@1 Who is on call tonight?\"");
        }
    }

    private static Api api(PretendedEngine engine) {
        return new Api(
                URI.create(engine.settings().get("TERTULIA_TRANSLATION_LIBRETRANSLATE_URL")));
    }
}
