package org.tertulia.notification.alerts;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets tests outside this feature look for quiet chats, and let time pass for an alert. */
@Component
public final class SilencesInATest {

    private final QuietChats chats;
    private final DatabaseClient database;

    SilencesInATest(QuietChats chats, DatabaseClient database) {
        this.chats = chats;
        this.database = database;
    }

    /** As an instance does it every few seconds. */
    public Mono<Void> look() {
        return chats.round();
    }

    /** All that is known of the chat happened so long before. */
    public Mono<Void> pass(UUID chat, Duration time) {
        return database.sql(
                        """
                        with older as (update chats set spoken_at = spoken_at - make_interval(secs => $2) where chat_id = $1)
                        update alerts set created_at = created_at - make_interval(secs => $2),
                            check_at = check_at - make_interval(secs => $2) where chat_id = $1
                        """)
                .bind(0, chat)
                .bind(1, (double) time.toSeconds())
                .then();
    }
}
