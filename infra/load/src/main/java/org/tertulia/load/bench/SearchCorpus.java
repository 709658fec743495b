package org.tertulia.load.bench;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Many messages in message-service's tables, indexed by its own function; taken out again at the end. */
final class SearchCorpus implements AutoCloseable {
    static final int CHATS = 2_000;

    /** The person is in every chat of so many: in 50. */
    static final int EVERY = 40;

    private static final String DESCRIPTION = "search bench";
    private static final String CHATS_OF_IT =
            "(SELECT chat_id FROM chats WHERE description = '" + DESCRIPTION + "')";
    private static final List<String> TABLES =
            List.of(
                    "message_search",
                    "message_search_blocks",
                    "message_search_chats",
                    "messages",
                    "log",
                    "memberships",
                    "chats");

    /** Entries that are indexed in one transaction. */
    private static final int BATCH = 1_000;

    private static final int INDEXERS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(60);

    private final ConnectionFactory database;

    private SearchCorpus(ConnectionFactory database) {
        this.database = database;
    }

    /** Makes a corpus, most of which the person may not read. Takes minutes for a million messages. */
    static SearchCorpus create(ConnectionFactory database, int messages, UUID person) {
        var corpus = new SearchCorpus(database);
        corpus.run(
                script().replace("{messages}", "" + messages)
                        .replace("{chats}", "" + CHATS)
                        .replace("{every}", "" + EVERY)
                        .replace("{description}", DESCRIPTION)
                        .replace("{person}", "" + person));
        return corpus;
    }

    /** Indexes it, as the service would. */
    void index() {
        chats().parallel(INDEXERS)
                .runOn(Schedulers.boundedElastic(), 1)
                .doOnNext(this::index)
                .sequential()
                .then()
                .block(LIMIT);
        run("ANALYZE messages, log, chats, memberships, message_search, message_search_blocks");
    }

    private Flux<UUID> chats() {
        return Flux.usingWhen(
                database.create(),
                connection ->
                        Flux.from(connection.createStatement(CHATS_OF_IT).execute())
                                .flatMap(
                                        it ->
                                                it.map(
                                                        (row, about) ->
                                                                Objects.requireNonNull(
                                                                        row.get(0, UUID.class)))),
                Connection::close);
    }

    private void index(UUID chat) {
        run(
                """
                DO $$
                DECLARE
                    v_before bigint := -1;
                    v_done   bigint := 0;
                BEGIN
                    WHILE v_done > v_before LOOP
                        v_before := v_done;
                        v_done := index_messages('%s', %d);
                        COMMIT;
                    END LOOP;
                END
                $$
                """
                        .formatted(chat, BATCH));
    }

    @Override
    public void close() {
        for (var table : TABLES) {
            var where =
                    table.equals("chats")
                            ? "description = '" + DESCRIPTION + "'"
                            : "chat_id IN " + CHATS_OF_IT;
            run("DELETE FROM " + table + " WHERE " + where);
        }
    }

    private void run(String commands) {
        Mono.usingWhen(
                        database.create(),
                        connection ->
                                Flux.from(connection.createStatement(commands).execute())
                                        .flatMap(it -> it.getRowsUpdated())
                                        .then(),
                        Connection::close)
                .block(LIMIT);
    }

    private static String script() {
        try (var file = SearchCorpus.class.getResourceAsStream("/search/corpus.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
