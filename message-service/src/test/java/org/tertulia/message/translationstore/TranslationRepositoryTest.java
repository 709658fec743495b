package org.tertulia.message.translationstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TranslationRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLOSE = "SELECT close_chat($1)::text";

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

    @Test
    void aStretchShouldBeKeptInOneTransaction() {
        chats.say(chat, ana, "goodbye");
        var other = chats.group(ana);
        chats.say(other, ana, "thanks");

        var kept =
                keep(
                        of(2, 1, "es", "adiós", NOW),
                        new KeptTranslation(new ChatId(other), 1, 1, "es", "gracias", NOW),
                        of(1, 1, "es", "buenas", NOW.plusMillis(1)),
                        of(1, 2, "es", "otra", NOW),
                        of(1, 1, "es", "hola", NOW),
                        of(1, 1, "de", "hallo", NOW));

        assertThat(kept).isEqualTo(5);
        assertThat(texts()).containsExactlyInAnyOrder("adiós", "buenas", "hallo");
        assertThat(
                        postgres.databaseClient()
                                .sql(
                                        "SELECT count(DISTINCT xmin::text) FROM message_translations WHERE chat_id IN ($1, $2)")
                                .bind(0, chat)
                                .bind(1, other)
                                .mapValue(Long.class)
                                .one()
                                .block(PATIENCE))
                .isEqualTo(1);
    }

    @Test
    void aClosedChatShouldGetNoTranslations() {
        chats.run(CLOSE, chat);

        assertThat(keep(1, 1, "es", "hola", NOW)).isFalse();
    }

    @Test
    void whatIsBeingKeptShouldGoWhenTheChatIsClosedMeanwhile() {
        var closing = new AtomicReference<CompletableFuture<Void>>();
        keeping(of(1, 1, "es", "hola", NOW))
                .doOnNext(kept -> assertThat(kept).isEqualTo(1))
                .doOnNext(kept -> closing.set(close().toFuture()))
                .then(somebodyWaits())
                .as(postgres.transactions()::transactional)
                .block(PATIENCE);

        assertThat(closing.get()).succeedsWithin(PATIENCE);
        assertThat(texts()).isEmpty();
    }

    @Test
    void nothingShouldWaitForAChatThatIsBeingClosed() {
        Boolean kept =
                close().then(Mono.fromCallable(() -> true))
                        .flatMap(
                                closed ->
                                        Mono.fromCallable(() -> keep(1, 1, "es", "hola", NOW))
                                                .subscribeOn(Schedulers.boundedElastic()))
                        .as(postgres.transactions()::transactional)
                        .block(PATIENCE);

        assertThat(kept).isFalse();
        assertThat(texts()).isEmpty();
    }

    private Mono<Void> close() {
        return postgres.databaseClient().sql(CLOSE).bind(0, chat).then();
    }

    private Mono<Boolean> somebodyWaits() {
        return postgres.databaseClient()
                .sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                            WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted) AS waits
                        """)
                .mapValue(Boolean.class)
                .one()
                .filter(waits -> waits)
                .repeatWhenEmpty(empty -> empty);
    }

    private boolean keep(long seq, int version, String language, String text, Instant at) {
        return keep(of(seq, version, language, text, at)) == 1;
    }

    private long keep(KeptTranslation... together) {
        return keeping(together).block(PATIENCE);
    }

    private Mono<Long> keeping(KeptTranslation... together) {
        return repository.keep(List.of(together), TranslationKeeping.MAX_LANGUAGES);
    }

    private KeptTranslation of(long seq, int version, String language, String text, Instant at) {
        return new KeptTranslation(new ChatId(chat), seq, version, language, text, at);
    }

    private List<String> texts() {
        return chats.rows("SELECT text FROM message_translations WHERE chat_id = $1", chat).stream()
                .map(row -> (String) row.get("text"))
                .toList();
    }
}
