package org.tertulia.message;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** Puts files into the replica, past the events. */
public final class FileRows {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseClient database;

    public FileRows(DatabaseClient database) {
        this.database = database;
    }

    /** A small picture. */
    public UUID image(UUID owner) {
        return file(owner, "image", "foto.jpg");
    }

    /** A file that has just been uploaded. */
    public UUID file(UUID owner, String kind, String name) {
        var id = UUID.randomUUID();
        database.sql(
                        """
                        INSERT INTO files (media_id, owner_id, kind, name, content_type, bytes, width, height, state)
                        VALUES ($1, $2, $3, $4, $3 || '/x', 1234, 40, 30, 'processing')
                        """)
                .bind(0, id)
                .bind(1, owner)
                .bind(2, kind)
                .bind(3, name)
                .then()
                .block(PATIENCE);
        return id;
    }

    public void state(UUID file, String state) {
        run("UPDATE files SET state = '%s' WHERE media_id = $1".formatted(state), file);
    }

    public void delete(UUID file) {
        run("DELETE FROM files WHERE media_id = $1", file);
    }

    private void run(String sql, UUID file) {
        database.sql(sql).bind(0, file).then().block(PATIENCE);
    }
}
