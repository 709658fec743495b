package org.tertulia.media;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.ServiceTest;

/** The running service, with people who use it; one for all test classes. */
@ServiceTest
abstract class MediaApi {

    static final Duration LIMIT = Duration.ofSeconds(15);
    static final int MEBIBYTE = 1 << 20;

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;
    @Autowired Environment environment;
    @LocalServerPort int port;

    /** Somebody who uploads for the first time. */
    Uploader somebody() {
        return new Uploader(client, UUID.randomUUID());
    }

    /** What is in the store. */
    StoredObjects store() {
        return StoredObjects.in(environment);
    }

    /** The row of a file; null when there is none. */
    Map<String, Object> file(UUID id) {
        return database.sql("select * from media where media_id = $1")
                .bind(0, id)
                .fetch()
                .one()
                .block(LIMIT);
    }

    /** The bytes of a file as they are in the store. */
    byte[] stored(UUID id) {
        try (var store = store()) {
            return store.read(file(id).get("object_key").toString());
        }
    }

    void execute(String sql, UUID id) {
        database.sql(sql).bind(0, id).then().block(LIMIT);
    }

    /** Bytes that are of no known type. */
    static byte[] random(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        if (length > 0) {
            content[0] = 0;
        }
        return content;
    }
}
