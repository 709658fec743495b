package org.tertulia.message.translationstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.PostgresExtension;

class TranslationRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

    private final UUID ana = UUID.randomUUID();
    private ChatRows chats;
    private TranslationRepository repository;
    private UUID chat;

    @BeforeEach
    void begin() {
        chats = new ChatRows(postgres.databaseClient());
        repository = new TranslationRepository(postgres.databaseClient());
        chat = chats.group(ana);
        chats.say(chat, ana, "hello");
    }

    @Test
    void aRepeatShouldChangeNothing() {
        assertThat(keep(1, 1, "es", "hola", NOW)).isTrue();
        assertThat(keep(1, 1, "es", "hola", NOW)).isFalse();

        assertThat(texts()).containsExactly("hola");
        assertThat(chats.rows("SELECT id FROM messages_to_index WHERE chat_id = $1", chat))
                .hasSize(1);
    }

    @Test
    void theLaterOfTwoShouldStayInWhicheverOrderTheyCome() {
        keep(1, 1, "es", "buenas", NOW);
        assertThat(keep(1, 1, "es", "hola", NOW.minusMillis(1))).isFalse();
        assertThat(texts()).containsExactly("buenas");

        assertThat(keep(1, 1, "es", "saludos", NOW.plusMillis(1))).isTrue();
        assertThat(texts()).containsExactly("saludos");
    }

    @Test
    void aTranslationOfAnotherTextShouldNotBeKept() {
        chats.run(
                "SELECT edit_message($1, 1, '%s', 1, 'goodbye', '', false, false, '{}', now(), NULL)"
                        .formatted(ana),
                chat);

        assertThat(keep(1, 1, "es", "hola", NOW)).isFalse();
        assertThat(keep(1, 3, "es", "hola", NOW)).isFalse();
        assertThat(keep(1, 2, "es", "adiós", NOW)).isTrue();
        assertThat(texts()).containsExactly("adiós");
    }

    @Test
    void aTranslationOfWhatIsNotThereShouldNotBeKept() {
        assertThat(keep(7, 1, "es", "hola", NOW)).isFalse();
        chats.run("SELECT delete_message($1, 1, '%s', now(), NULL)".formatted(ana), chat);
        assertThat(keep(1, 1, "es", "hola", NOW)).isFalse();
        chat = UUID.randomUUID();
        assertThat(keep(1, 1, "es", "hola", NOW)).isFalse();
    }

    @Test
    void aMessageShouldHaveSoManyLanguagesAndNoMore() {
        for (int i = 0; i < TranslationKeeping.MAX_LANGUAGES; i++) {
            assertThat(keep(1, 1, "l" + i, "hola", NOW)).isTrue();
        }

        assertThat(keep(1, 1, "zz", "hola", NOW)).isFalse();
        assertThat(keep(1, 1, "l0", "buenas", NOW.plusMillis(1))).isTrue();
        assertThat(texts()).hasSize(TranslationKeeping.MAX_LANGUAGES).contains("buenas");
    }

    private boolean keep(long seq, int version, String language, String text, Instant at) {
        return repository
                .keep(
                        new KeptTranslation(new ChatId(chat), seq, version, language, text, at),
                        TranslationKeeping.MAX_LANGUAGES)
                .block(Duration.ofSeconds(10));
    }

    private List<String> texts() {
        return chats.rows("SELECT text FROM message_translations WHERE chat_id = $1", chat).stream()
                .map(row -> (String) row.get("text"))
                .toList();
    }
}
