package org.tertulia.message.changing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;

/** Puts messages, roles and handles into the tables, and looks at what is there, for repository tests. */
final class ChangeRows {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseClient database;

    ChangeRows(DatabaseClient database) {
        this.database = database;
    }

    /** The seq of a message that was posted as the service posts it. Zero is no thread; handles by commas. */
    long post(
            UUID chat,
            UUID sender,
            UUID clientMessageId,
            String text,
            long thread,
            String handles) {
        return (Long) posted(chat, sender, clientMessageId, text, thread, handles).get("seq");
    }

    long post(UUID chat, UUID sender, String text) {
        return post(chat, sender, UUID.randomUUID(), text, 0, "");
    }

    /** What the service would learn of a post. */
    Map<String, Object> posted(
            UUID chat,
            UUID sender,
            UUID clientMessageId,
            String text,
            long thread,
            String handles) {
        return database.sql(
                        """
                        SELECT * FROM append_messages(
                            ARRAY[$1], ARRAY[$2], ARRAY[$3], ARRAY[$4], ARRAY[$5], ARRAY[0]::bigint[], ARRAY[$6],
                            ARRAY[$7], ARRAY[false], ARRAY[false], ARRAY[''], ARRAY[''], '{}', now())
                        """)
                .bind(0, chat)
                .bind(1, sender)
                .bind(2, clientMessageId)
                .bind(3, UUID.randomUUID())
                .bind(4, text)
                .bind(5, thread)
                .bind(6, handles)
                .fetch()
                .one()
                .block(PATIENCE);
    }

    /** The seq of a message with these files of its sender. */
    long post(UUID chat, UUID sender, String text, String handles, UUID... files) {
        var attachments =
                Arrays.stream(files)
                        .map("{\"mediaId\":\"%s\"}"::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
        return database.sql(
                        """
                        SELECT seq FROM append_messages(
                            ARRAY[$1], ARRAY[$2], ARRAY[$3], ARRAY[$4], ARRAY[$5], ARRAY[0]::bigint[], ARRAY[0]::bigint[],
                            ARRAY[$6], ARRAY[false], ARRAY[false], ARRAY[''], ARRAY[''], '{}', now(), ARRAY[$7])
                        """)
                .bind(0, chat)
                .bind(1, sender)
                .bind(2, UUID.randomUUID())
                .bind(3, UUID.randomUUID())
                .bind(4, text)
                .bind(5, handles)
                .bind(6, attachments)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }

    void role(UUID chat, UUID person, String role) {
        run(
                "UPDATE memberships SET role = '%s' WHERE chat_id = $1 AND user_id = '%s'"
                        .formatted(role, person),
                chat);
    }

    void leave(UUID chat, UUID person) {
        run(
                "DELETE FROM memberships WHERE chat_id = $1 AND user_id = '%s'".formatted(person),
                chat);
    }

    void handle(UUID person, String handle) {
        run("INSERT INTO people VALUES ($1, 1, '%s', '%s')".formatted(handle, handle), person);
    }

    /** Gives the chat an emoji of its own, or takes it away. */
    void own(UUID chat, String name, boolean present) {
        run(
                (present
                                ? "INSERT INTO chat_emoji VALUES ($1, '%s') ON CONFLICT DO NOTHING"
                                : "DELETE FROM chat_emoji WHERE chat_id = $1 AND name = '%s'")
                        .formatted(name),
                chat);
    }

    void run(String sql, UUID id) {
        database.sql(sql).bind(0, id).then().block(PATIENCE);
    }

    /** The columns of all rows of a query about one chat ($1). */
    List<Map<String, Object>> rows(String sql, UUID chat) {
        return database.sql(sql).bind(0, chat).fetch().all().collectList().block(PATIENCE);
    }

    /** The first column of all rows of a query about one chat ($1). */
    List<Object> column(String sql, UUID chat) {
        return rows(sql, chat).stream().map(row -> row.values().iterator().next()).toList();
    }

    /** The entries of the log after {@code seq} as JSON. */
    List<String> log(UUID chat, long seq) {
        return column(
                        "SELECT entry::text FROM log WHERE chat_id = $1 AND seq > %d ORDER BY seq"
                                .formatted(seq),
                        chat)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** The entries as they were sent to everybody, since nothing takes them out of the outbox here. */
    List<String> outbox(UUID chat) {
        return column(
                        "SELECT payload::text FROM outbox WHERE record_key = $1::text ORDER BY id",
                        chat)
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
