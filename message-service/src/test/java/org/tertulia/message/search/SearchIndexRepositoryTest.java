package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;

/** Which chats are to be indexed, and what it costs to find them. */
class SearchIndexRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LIMIT = 10;

    private final UUID ana = UUID.randomUUID();
    private ChatRows chats;
    private SearchIndexRepository repository;

    @BeforeEach
    void begin() {
        postgres.truncate("chats", "messages_to_index", "message_search_chats");
        chats = new ChatRows(postgres.databaseClient());
        repository = new SearchIndexRepository(postgres.databaseClient());
    }

    @Test
    void aChatShouldBeNamedOnceWhateverThereIsToIndex() {
        var said = saidIn();
        var translated = saidIn();
        repository.index(List.of(new ChatId(translated)), SearchIndex.BATCH).block(PATIENCE);
        var both = saidIn();
        var done = saidIn();
        repository.index(List.of(new ChatId(done)), SearchIndex.BATCH).block(PATIENCE);
        for (var chat : List.of(translated, translated, both)) {
            chats.run("INSERT INTO messages_to_index (chat_id, seq) VALUES ($1, 1)", chat);
        }

        assertThat(behind())
                .containsExactlyInAnyOrder(
                        new ChatId(said), new ChatId(translated), new ChatId(both));
    }

    @Test
    void noMoreShouldBeReadThanIsAskedFor() {
        var any = UUID.randomUUID();
        chats.run(
                """
                INSERT INTO chats (chat_id, kind, title, version, last_seq)
                SELECT gen_random_uuid(), 'group', $1::text, 1, 1 FROM generate_series(1, 5000)
                """,
                any);
        chats.run(
                "INSERT INTO messages_to_index (chat_id, seq) SELECT c.chat_id, 1 FROM chats c WHERE c.title = $1::text",
                any);
        postgres.databaseClient()
                .sql("ANALYZE chats, messages_to_index, message_search_chats")
                .then()
                .block(PATIENCE);

        var read =
                rowsRead()
                        .flatMap(before -> behindTen().then(rowsRead()).map(all -> all - before))
                        .as(postgres.transactions()::transactional)
                        .block(PATIENCE);

        // Twice the limit, and what the planner may look at.
        assertThat(read).isLessThan(500);
    }

    private Mono<List<ChatId>> behindTen() {
        return repository
                .behind(LIMIT)
                .collectList()
                .doOnNext(found -> assertThat(found).doesNotHaveDuplicates().hasSize(LIMIT));
    }

    /** By the present connection, lately. */
    private Mono<Long> rowsRead() {
        return postgres.databaseClient()
                .sql(
                        """
                        SELECT sum(coalesce(t.seq_tup_read, 0) + coalesce(t.idx_tup_fetch, 0))::bigint
                        FROM pg_stat_xact_user_tables t WHERE t.relname IN ('chats', 'messages_to_index')
                        """)
                .mapValue(Long.class)
                .one();
    }

    private UUID saidIn() {
        var chat = chats.group(ana);
        chats.say(chat, ana, "hello");
        return chat;
    }

    private List<ChatId> behind() {
        return repository.behind(LIMIT).collectList().block(PATIENCE);
    }
}
