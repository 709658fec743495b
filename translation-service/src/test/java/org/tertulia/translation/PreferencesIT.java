package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody wants to read translated. */
class PreferencesIT extends TranslationApi {

    private static final String PREFERENCES = PATH + "/preferences";

    private final UUID bruno = UUID.randomUUID();

    @Test
    void whoHasSaidNothingShouldWantNothing() {
        var preferences = get(ana, PREFERENCES);

        assertThat(preferences.path("language").isNull()).isTrue();
        assertThat(preferences.path("everything").asBoolean(true)).isFalse();
        assertThat(preferences.path("chats").isEmpty()).isTrue();
    }

    @Test
    void whatIsSaidShouldBeKeptForEachByThemselves() {
        var put = put(ana, PREFERENCES, Map.of("language", "es-AR", "everything", true));

        var preferences = expect(200, put);
        assertThat(preferences.path("language").asString()).isEqualTo("es");
        assertThat(preferences.path("everything").asBoolean()).isTrue();
        assertThat(get(ana, PREFERENCES)).isEqualTo(preferences);
        assertThat(get(bruno, PREFERENCES).path("language").isNull()).isTrue();
    }

    @Test
    void theLanguageShouldBeLeftOpenAgain() {
        expect(200, put(ana, PREFERENCES, Map.of("language", "es", "everything", true)));
        var open = new HashMap<String, Object>(Collections.singletonMap("language", null));
        open.put("everything", false);

        assertThat(expect(200, put(ana, PREFERENCES, open)).path("language").isNull()).isTrue();
    }

    @Test
    void aChatShouldHaveAChoiceOfItsOwnUntilItIsTakenBack() {
        choose(chat, false);
        assertThat(choices().path(chat.toString()).asBoolean(true)).isFalse();

        choose(chat, true);
        assertThat(choices().path(chat.toString()).asBoolean()).isTrue();
        expect(200, put(ana, PREFERENCES, Map.of("everything", true)));
        assertThat(choices().path(chat.toString()).asBoolean()).isTrue();

        var path = PREFERENCES + "/chats/" + chat;
        delete(ana, path).expectStatus().isNoContent();
        delete(ana, path).expectStatus().isNoContent();
        assertThat(choices().isEmpty()).isTrue();
    }

    @Test
    void noMoreThanFiveHundredChatsShouldBeChosen() {
        database.sql(
                        "insert into chat_choices select :person, gen_random_uuid(), true from generate_series(1, 499)")
                .bind("person", ana)
                .then()
                .block(LIMIT);
        choose(chat, true);

        choose(chat, false);
        var oneMore = PREFERENCES + "/chats/" + UUID.randomUUID();
        expectProblem(
                put(ana, oneMore, Map.of("translate", true)), 409, "too-many-translated-chats");
        assertThat(choices().size()).isEqualTo(500);
    }

    @Test
    void whatIsNoPreferenceShouldBeRefused() {
        var body = Map.of("language", "klingonese", "everything", true);
        expectProblem(put(ana, PREFERENCES, body), 400, "validation-failed");
        expectProblem(put(ana, PREFERENCES, Map.of("language", "es")), 400, "validation-failed");
        var path = PREFERENCES + "/chats/" + chat;
        expectProblem(put(ana, path, Map.of()), 400, "validation-failed");
    }

    private void choose(UUID where, boolean translate) {
        put(ana, PREFERENCES + "/chats/" + where, Map.of("translate", translate))
                .expectStatus()
                .isNoContent();
    }

    private JsonNode choices() {
        return get(ana, PREFERENCES).path("chats");
    }
}
