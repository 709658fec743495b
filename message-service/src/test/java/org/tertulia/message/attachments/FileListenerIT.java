package org.tertulia.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.media.MediaDeleted;
import org.tertulia.contracts.media.MediaPreview;
import org.tertulia.contracts.media.MediaProcessed;
import org.tertulia.contracts.media.MediaUploaded;
import org.tertulia.message.MessageApi;
import org.tertulia.test.FixedIds;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.TestEvents;

class FileListenerIT extends MessageApi implements IdempotentListenerContract {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");
    private static final UUID OWNER = FixedIds.id(1);

    @Autowired DatabaseClient database;

    @Override
    public String listenedTopic() {
        return Topics.MEDIA_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return n == 1
                ? new MediaUploaded(
                        aggregate,
                        OWNER,
                        "file",
                        "café.bin",
                        "application/octet-stream",
                        2_000_000_000_000L,
                        null,
                        null,
                        null,
                        null,
                        AT)
                : new MediaProcessed(
                        aggregate,
                        OWNER,
                        "video",
                        "ready",
                        "video/mp4",
                        1_999_999_999_999L,
                        1920,
                        1080,
                        61_000L,
                        "#8a6f4d",
                        List.of(new MediaPreview("poster", 320, 180, "image/jpeg", 9_876)),
                        null,
                        AT);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        """
                        SELECT concat_ws(' ', owner_id, kind, name, content_type, bytes, width, height, duration_ms, placeholder, state)
                        FROM files WHERE media_id = $1
                        """)
                .bind(0, aggregate)
                .mapValue(String.class)
                .one()
                .block(Duration.ofSeconds(10));
    }

    @Test
    void whatIsKnownOfAFileShouldBeKept() {
        var file = UUID.randomUUID();
        publish(event(file, 1));
        awaitState(
                file, OWNER + " file café.bin application/octet-stream 2000000000000 processing");

        publish(event(file, 2));
        awaitState(
                file,
                OWNER + " video café.bin video/mp4 1999999999999 1920 1080 61000 #8a6f4d ready");
    }

    @Test
    void aDeletedFileShouldGo() {
        var file = UUID.randomUUID();
        publish(event(file, 1));
        Awaitility.await().until(() -> state(file) != null);
        publish(new MediaDeleted(file, OWNER, AT));
        Awaitility.await().until(() -> state(file) == null);

        // Nothing is made of what comes of one that is not here.
        publish(event(file, 2));
        var next = UUID.randomUUID();
        TestEvents.publish(Topics.MEDIA_EVENTS, event(next, 1));
        Awaitility.await().until(() -> state(next) != null);
        assertThat(state(file)).isNull();
    }

    private static void publish(TertuliaEvent event) {
        TestEvents.publish(Topics.MEDIA_EVENTS, event);
    }

    private void awaitState(UUID file, String state) {
        Awaitility.await().untilAsserted(() -> assertThat(state(file)).isEqualTo(state));
    }
}
