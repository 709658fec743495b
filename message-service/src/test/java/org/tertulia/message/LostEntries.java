package org.tertulia.message;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Entries that are in the log of their chat and never come by the topic, as for an instance that had not found its
 * place there when they were published; until they come late. Everything else about them is as ever.
 */
final class LostEntries {

    private static final List<String> SETUP =
            List.of(
                    "CREATE TABLE IF NOT EXISTS losing (record_key text PRIMARY KEY)",
                    "CREATE TABLE IF NOT EXISTS lost (LIKE outbox)",
                    """
                    CREATE OR REPLACE FUNCTION lose_entry() RETURNS trigger LANGUAGE plpgsql AS
                    $$
                    BEGIN
                        IF EXISTS (SELECT 1 FROM losing l WHERE l.record_key = NEW.record_key) THEN
                            INSERT INTO lost SELECT NEW.*;
                            RETURN NULL;
                        END IF;
                        RETURN NEW;
                    END
                    $$
                    """,
                    """
                    CREATE OR REPLACE TRIGGER lose_entries BEFORE INSERT ON outbox
                    FOR EACH ROW EXECUTE FUNCTION lose_entry()
                    """);

    private final DatabaseClient database;

    LostEntries(DatabaseClient database) {
        this.database = database;
        SETUP.forEach(sql -> database.sql(sql).then().block());
    }

    /** From now on, no entry of the chat comes by the topic. */
    void lose(TestChat chat) {
        run("INSERT INTO losing VALUES ($1)", chat.id());
    }

    /** Those that were lost come now, in their order, and further ones as ever. */
    void bringLate(TestChat chat) {
        run("DELETE FROM losing WHERE record_key = $1", chat.id());
        run(
                """
                WITH late AS (DELETE FROM lost WHERE record_key = $1 RETURNING *)
                INSERT INTO outbox (topic, record_key, event_type, occurred_at, traceparent, payload)
                SELECT topic, record_key, event_type, occurred_at, traceparent, payload FROM late ORDER BY id
                """,
                chat.id());
    }

    private void run(String sql, UUID chat) {
        database.sql(sql).bind(0, chat.toString()).then().block();
    }
}
