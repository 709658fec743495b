package org.tertulia.message;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** Puts chats into the replica's tables, past the events, for repository tests. */
public final class ChatRows {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseClient database;

    public ChatRows(DatabaseClient database) {
        this.database = database;
    }

    /** A group of these people, with an empty log. */
    public UUID group(UUID... members) {
        return chat("group", members);
    }

    /** A chat of this kind with these people, with an empty log. */
    public UUID chat(String kind, UUID... members) {
        var id = UUID.randomUUID();
        database.sql(
                        "INSERT INTO chats (chat_id, kind, title, version, member_count) VALUES ($1, $2, 'T', 1, $3)")
                .bind(0, id)
                .bind(1, kind)
                .bind(2, members.length)
                .then()
                .block(PATIENCE);
        Arrays.stream(members).forEach(member -> add(id, member));
        return id;
    }

    private void add(UUID chat, UUID member) {
        database.sql("INSERT INTO memberships VALUES ($1, $2, 'member', 0, 0)")
                .bind(0, chat)
                .bind(1, member)
                .then()
                .block(PATIENCE);
    }

    /** Puts a message at the end of the log by the function that the service uses. */
    public void say(UUID chat, UUID sender, String text) {
        say(chat, sender, text, 0);
    }

    /** The same, in the thread of a message; 0 is the main conversation. */
    public void say(UUID chat, UUID sender, String text, long thread) {
        database.sql(
                        "SELECT * FROM append_messages($1, $2, $3, $4, $5, ARRAY[0]::bigint[], $6, ARRAY[''], ARRAY[false], ARRAY[false], ARRAY[''], ARRAY[''], '{}', now())")
                .bind(0, new UUID[] {chat})
                .bind(1, new UUID[] {sender})
                .bind(2, new UUID[] {UUID.randomUUID()})
                .bind(3, new UUID[] {UUID.randomUUID()})
                .bind(4, new String[] {text})
                .bind(5, new Long[] {thread})
                .fetch()
                .all()
                .blockLast(PATIENCE);
    }

    /** The same with files of the sender: a JSON array as {@code append_messages} takes it. */
    public void say(UUID chat, UUID sender, String text, String attachments) {
        database.sql(
                        "SELECT * FROM append_messages($1, $2, $3, $4, $5, ARRAY[0]::bigint[], ARRAY[0]::bigint[], ARRAY[''], ARRAY[false], ARRAY[false], ARRAY[''], ARRAY[''], '{}', now(), $6)")
                .bind(0, new UUID[] {chat})
                .bind(1, new UUID[] {sender})
                .bind(2, new UUID[] {UUID.randomUUID()})
                .bind(3, new UUID[] {UUID.randomUUID()})
                .bind(4, new String[] {text})
                .bind(5, new String[] {attachments})
                .fetch()
                .all()
                .blockLast(PATIENCE);
    }

    /** All rows of a query about one chat ($1). */
    public List<Map<String, Object>> rows(String sql, UUID chat) {
        return database.sql(sql).bind(0, chat).fetch().all().collectList().block(PATIENCE);
    }

    /** Runs a statement about one chat ($1). */
    public void run(String sql, UUID chat) {
        database.sql(sql).bind(0, chat).then().block(PATIENCE);
    }
}
