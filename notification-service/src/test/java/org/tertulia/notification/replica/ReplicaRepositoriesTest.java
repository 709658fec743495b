package org.tertulia.notification.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.notification.decisions.Standing;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class ReplicaRepositoriesTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChatId chat = new ChatId(UUID.randomUUID());
    private final UserId ana = new UserId(UUID.randomUUID());
    private final MessageRepository messages = new MessageRepository(postgres.databaseClient());
    private final MemberRepository members = new MemberRepository(postgres.databaseClient());

    @Test
    void onlyTheNewestAuthorsShouldBeKept() {
        for (var seq = 1L; seq <= 9; seq++) {
            messages.hear(List.of(message(seq, seq == 8 ? 5L : null)), 3).block(PATIENCE);
        }
        messages.hear(List.of(message(9, null)), 3).block(PATIENCE);
        var kept =
                postgres.databaseClient()
                        .sql("select seq from authors where chat_id = $1 order by seq")
                        .bind(0, chat.value())
                        .mapValue(Long.class)
                        .all()
                        .collectList()
                        .block(PATIENCE);
        assertThat(kept).containsExactly(7L, 8L, 9L);
        assertThat(messages.authors(chat, List.of(6L, 8L)).collectList().block(PATIENCE))
                .containsExactly(new Author(ana, 5L));
    }

    private Heard message(long seq, @Nullable Long thread) {
        return new Heard(
                chat,
                seq,
                ana,
                thread,
                Instant.EPOCH,
                Set.of(),
                false,
                List.of(),
                FoldedText.of("Hola"));
    }

    /** Two markers, in the order in which they come, and what counts then. */
    @ParameterizedTest
    @CsvSource({
        "0, 5, 0, 7, 7",
        "0, 7, 0, 5, 7",
        "0, 7, 1, 3, 3",
        "1, 3, 0, 7, 3",
        "1, 3, 1, 4, 4"
    })
    void theGreaterMarkerShouldCount(int one, long oneSeq, int other, long otherSeq, long counts) {
        members.setPresent(chat, List.of(ana), true, 1).block(PATIENCE);
        members.mark(ana, chat, 0, one, oneSeq).block(PATIENCE);
        members.mark(ana, chat, 0, other, otherSeq).block(PATIENCE);
        members.mark(ana, chat, 2, 0, 9).block(PATIENCE);
        assertThat(
                        members.standings(new Place(chat, true, 0), List.of(ana), List.of())
                                .block(PATIENCE))
                .containsExactly(new Standing(ana, true, true, null, counts, List.of()));
        assertThat(
                        members.standings(new Place(chat, true, 2), List.of(ana), List.of())
                                .block(PATIENCE))
                .containsExactly(new Standing(ana, true, true, null, 9, List.of()));
    }

    @Test
    void anEarlierEntryShouldNotUndoALaterOne() {
        members.setPresent(chat, List.of(ana), false, 5).block(PATIENCE);
        members.setPresent(chat, List.of(ana), true, 4).block(PATIENCE);
        assertThat(members.isPresent(chat, ana).block(PATIENCE)).isFalse();
        members.setPresent(chat, List.of(ana), true, 6).block(PATIENCE);
        assertThat(members.isPresent(chat, ana).block(PATIENCE)).isTrue();
    }
}
