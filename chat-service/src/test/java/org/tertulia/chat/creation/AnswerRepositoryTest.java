package org.tertulia.chat.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.chat.creation.AnswerRepository.Answer;
import org.tertulia.chat.ledger.Chats;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.util.context.Context;

class AnswerRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant LATER = Chats.NOON.plusSeconds(60);
    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    private final UserId person = Chats.person().userId();
    private final Answer answer =
            new Answer("f1", Chats.publicChat(Chats.person(), "One").chat().id(), true, "{}");
    private AnswerRepository answers = new AnswerRepository(postgres.databaseClient());

    @BeforeEach
    void connect() {
        answers = new AnswerRepository(postgres.databaseClient());
    }

    @Test
    void anAnswerIsFoundByItsOwnerWhileItIsYoungEnough() {
        answers.store(person, KEY, answer, Chats.NOON).block(PATIENCE);
        assertThat(answers.find(person, KEY, Chats.NOON.minusSeconds(1)).block(PATIENCE))
                .isEqualTo(answer);
        assertThat(answers.find(person, KEY, Chats.NOON).block(PATIENCE)).isNull();
        var somebodyElse = Chats.person().userId();
        assertThat(answers.find(somebodyElse, KEY, Instant.EPOCH).block(PATIENCE)).isNull();
    }

    @Test
    void aNewAnswerTakesTheKeyOfAnExpiredOne() {
        answers.store(person, KEY, answer, Chats.NOON).block(PATIENCE);
        var second = new Answer("f2", answer.chat(), false, "{}");
        answers.store(person, KEY, second, LATER).block(PATIENCE);
        assertThat(answers.find(person, KEY, Chats.NOON).block(PATIENCE)).isEqualTo(second);
    }

    @Test
    void expiredAnswersAreCleared() {
        answers.store(person, KEY, answer, Instant.EPOCH).block(PATIENCE);
        var young = new IdempotencyKey("young");
        answers.store(person, young, answer, LATER).block(PATIENCE);
        answers.deleteSome(Instant.EPOCH).block(PATIENCE);
        assertThat(answers.find(person, KEY, LONG_AGO).block(PATIENCE)).isNull();
        assertThat(answers.find(person, young, Chats.NOON).block(PATIENCE)).isEqualTo(answer);
    }

    @Test
    void aKeyIsHeldUntilTheEndOfTheTransaction() {
        var transactions = postgres.transactions();
        var second = transactions.transactional(answers.claim(person, KEY));
        var inside = answers.claim(person, KEY).then(second.contextWrite(_ -> Context.empty()));
        assertThat(transactions.transactional(inside).block(PATIENCE)).isFalse();
        assertThat(second.block(PATIENCE)).isTrue();
    }
}
