package org.tertulia.translation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.TranslationsDropped;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.RecordingOutbox;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class TranslationStoreTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Language ENGLISH = new Language("en");
    private static final Language SPANISH = new Language("es");

    private final ChatId chat = new ChatId(UUID.randomUUID());
    private final MutableClock clock = MutableClock.atNoon();
    private final RecordingOutbox outbox = new RecordingOutbox();
    private TranslationStore store;
    private ChatLanguages languages;

    @BeforeEach
    void begin() {
        var database = postgres.databaseClient();
        var counts = new ChatLanguageRepository(database);
        languages = new ChatLanguages(counts);
        store =
                new TranslationStore(
                        new TranslationRepository(database),
                        counts,
                        outbox,
                        postgres.transactions(),
                        clock);
    }

    @Test
    void whatIsKeptShouldBeFoundAndToldOnce() {
        assertThat(keep(1, 1)).isTrue();
        assertThat(keep(1, 1)).isTrue();

        assertThat(found(1)).containsExactly(translation(1, 1).at(clock.instant()));
        assertThat(found(2)).isEmpty();
        assertThat(outbox.events(MessageTranslated.class))
                .containsExactly(
                        TranslationEvents.translated(translation(1, 1).at(clock.instant())));
    }

    @Test
    void ofTwoTheFirstShouldStay() {
        var first = run(store.keep(translation(1, 1), 0));
        clock.advance(Duration.ofSeconds(1));
        var other = new NewTranslation(chat, 1, 1, ENGLISH, ENGLISH, "Another", "mirror");

        assertThat(first.isNew()).isTrue();
        assertThat(run(store.keep(other, 0))).isEqualTo(new Keeping(first.translation(), false));
        assertThat(found(1)).containsExactly(first.translation());
    }

    @Test
    void whatWasForgottenShouldNotComeBack() {
        keep(1, 1);
        keep(2, 1);
        run(store.forgetOlder(chat, 1, 3));

        assertThat(found(1)).isEmpty();
        assertThat(found(2)).hasSize(1);
        assertThat(keep(1, 2)).isFalse();
        assertThat(keep(1, 3)).isTrue();

        run(store.forget(chat, 1));
        // An edit that is told late takes nothing back.
        run(store.forgetOlder(chat, 1, 2));
        assertThat(found(1)).isEmpty();
        assertThat(keep(1, 4)).isFalse();
        assertThat(outbox.events(MessageTranslated.class)).hasSize(3);
    }

    @Test
    void aChatThatIsForgottenShouldTakeAllOfItsMessages() {
        keep(1, 1);
        run(store.forget(chat).as(postgres.transactions()::transactional));

        assertThat(found(1)).isEmpty();
        assertThat(keep(2, 1)).isFalse();
        assertThat(run(languages.likely(chat))).isEmpty();
    }

    @Test
    void whatIsDroppedShouldBeMadeAgain() {
        keep(1, 1);
        run(store.drop(chat).as(postgres.transactions()::transactional));

        assertThat(found(1)).isEmpty();
        assertThat(keep(1, 1)).isTrue();
    }

    @Test
    void whatIsDroppedShouldBeToldAndBeBeforeAllThatFollows() {
        var before = run(store.keep(translation(1, 1), 0)).translation();
        // As of another instance, whose clock is behind.
        clock.advance(Duration.ofSeconds(-5));

        var at = run(store.drop(chat).as(postgres.transactions()::transactional));
        postgres.databaseClient()
                .sql("insert into glossaries (chat_id, version, changed_at) values (:chat, 1, :at)")
                .bind("chat", chat.value())
                .bind("at", at)
                .then()
                .block(PATIENCE);

        assertThat(at).isEqualTo(before.at());
        assertThat(outbox.events(TranslationsDropped.class))
                .containsExactly(new TranslationsDropped(chat.value(), at));
        assertThat(run(store.keep(translation(1, 1), 1)).translation().at()).isAfter(at);
    }

    @Test
    void whatWasMadeWithOtherWordsShouldNotBeKept() {
        assertThat(keep(translation(1, 1), 1)).isFalse();
        postgres.databaseClient()
                .sql("insert into glossaries (chat_id, version) values (:chat, 1)")
                .bind("chat", chat.value())
                .then()
                .block(PATIENCE);

        assertThat(keep(translation(1, 1), 0)).isFalse();
        assertThat(keep(translation(1, 1), 1)).isTrue();
    }

    @Test
    void keepingAndForgettingAtTheSameTimeShouldLeaveNothing() {
        for (long message = 1; message <= 50; message++) {
            var kept = store.keep(translation(message, 1), 0);
            run(Flux.merge(kept.then(), store.forget(chat, message)).then());

            assertThat(found(message)).isEmpty();
        }
    }

    @Test
    void notesShouldBeSweptWhenTheyAreOld() {
        postgres.truncate("forgotten");
        run(store.forget(chat, 1));
        assertThat(run(store.sweep(clock.instant(), 10))).isZero();

        clock.advance(Duration.ofDays(1));
        run(store.forget(chat, 2));

        assertThat(run(store.sweep(clock.instant(), 10))).isEqualTo(1);
        assertThat(keep(1, 1)).isTrue();
        assertThat(keep(2, 1)).isFalse();
    }

    @Test
    void theLanguagesOfAChatShouldBeThoseOfSeveralMessages() {
        keep(1, 1);
        keep(2, 1);
        run(languages.count(chat, 9, ENGLISH));
        assertThat(run(languages.likely(chat))).isEmpty();

        keep(3, 1);
        assertThat(run(languages.likely(chat))).containsExactly(SPANISH);
    }

    @Test
    void aMessageShouldCountOnce() {
        for (var target : List.of("en", "de", "fr", "it")) {
            var one = new Language(target);
            run(store.keep(new NewTranslation(chat, 1, 1, one, SPANISH, "…", "mirror"), 0));
        }
        for (int again = 0; again < 3; again++) {
            run(store.drop(chat).as(postgres.transactions()::transactional));
            keep(1, 1);
            run(languages.count(chat, 1, SPANISH));
        }
        assertThat(run(languages.likely(chat))).isEmpty();

        keep(2, 1);
        keep(3, 1);
        assertThat(run(languages.likely(chat))).containsExactly(SPANISH);
    }

    private boolean keep(long message, int version) {
        return keep(translation(message, version), 0);
    }

    private boolean keep(NewTranslation translation, long glossary) {
        return Boolean.TRUE.equals(store.keep(translation, glossary).hasElement().block(PATIENCE));
    }

    private NewTranslation translation(long message, int version) {
        var text = "Hello " + message;
        return new NewTranslation(chat, message, version, ENGLISH, SPANISH, text, "mirror");
    }

    private List<KeptTranslation> found(long message) {
        return run(store.find(chat, List.of(message), ENGLISH).collectList());
    }

    private static <T> T run(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
