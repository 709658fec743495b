package org.tertulia.message.translationstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;

class DroppedTranslationRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final int ALL = 100;

    private final UUID ana = UUID.randomUUID();
    private ChatRows chats;
    private DroppedTranslationRepository dropped;
    private UUID chat;

    @BeforeEach
    void begin() {
        chats = new ChatRows(postgres.databaseClient());
        dropped = new DroppedTranslationRepository(postgres.databaseClient());
        chat = chats.group(ana);
        chats.say(chat, ana, "hello");
        chats.say(chat, ana, "goodbye");
    }

    @Test
    void whatWasMadeUntilThenShouldGoAndBeIndexedAgain() {
        keep(chat, 1, "es", "hola", NOW);
        keep(chat, 1, "fr", "salut", NOW);
        keep(chat, 2, "es", "adiós", NOW.plusMillis(1));
        var other = chats.group(ana);
        chats.say(other, ana, "hello");
        keep(other, 1, "es", "hola", NOW);
        chats.run("DELETE FROM messages_to_index WHERE chat_id = $1", chat);

        assertThat(drop(NOW, ALL)).isEqualTo(2);

        assertThat(texts(chat)).containsExactly("adiós");
        assertThat(texts(other)).containsExactly("hola");
        assertThat(chats.rows("SELECT seq FROM messages_to_index WHERE chat_id = $1", chat))
                .extracting(row -> row.get("seq"))
                .containsExactly(1L);
        assertThat(drop(NOW, ALL)).isZero();
    }

    @Test
    void whatIsToldLateShouldNotComeBack() {
        drop(NOW, ALL);
        // An earlier one that is told again takes nothing back.
        drop(NOW.minusSeconds(1), ALL);

        assertThat(keep(chat, 1, "es", "hola", NOW)).isFalse();
        assertThat(keep(chat, 1, "es", "buenas", NOW.plusMillis(1))).isTrue();
        assertThat(keep(chat, 1, "es", "hola", NOW)).isFalse();
        assertThat(texts(chat)).containsExactly("buenas");
    }

    @Test
    void muchShouldGoBitByBit() {
        keep(chat, 1, "es", "hola", NOW);
        keep(chat, 1, "fr", "salut", NOW);
        keep(chat, 2, "es", "adiós", NOW);

        assertThat(drop(NOW, 2)).isEqualTo(2);
        assertThat(drop(NOW, 2)).isEqualTo(1);
        assertThat(texts(chat)).isEmpty();
    }

    @Test
    void whatIsKeptWhileItIsDroppedShouldNotStay() {
        for (int n = 0; n < 50; n++) {
            var at = NOW.plusSeconds(n);
            var kept = kept(chat, 1, "es", "hola " + n, at);
            Mono.when(kept, dropped.drop(new ChatId(chat), at, ALL)).block(PATIENCE);

            assertThat(texts(chat)).isEmpty();
        }
    }

    private int drop(Instant at, int most) {
        return dropped.drop(new ChatId(chat), at, most).block(PATIENCE);
    }

    private static boolean keep(UUID where, long seq, String language, String text, Instant at) {
        return kept(where, seq, language, text, at).block(PATIENCE);
    }

    private static Mono<Boolean> kept(
            UUID where, long seq, String language, String text, Instant at) {
        return postgres.databaseClient()
                .sql("SELECT keep_translation($1, $2, 1, $3, $4, $5, $6) AS kept")
                .bind(0, where)
                .bind(1, seq)
                .bind(2, language)
                .bind(3, text)
                .bind(4, at.atOffset(ZoneOffset.UTC))
                .bind(5, ALL)
                .mapValue(Boolean.class)
                .one();
    }

    private List<String> texts(UUID where) {
        return chats
                .rows("SELECT text FROM message_translations WHERE chat_id = $1", where)
                .stream()
                .map(row -> (String) row.get("text"))
                .toList();
    }
}
