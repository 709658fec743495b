package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessagePinned;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.RawEvent;
import org.tertulia.test.FixedIds;
import tools.jackson.databind.json.JsonMapper;

class DeletedMessagesTest {

    private static final ChatId CHAT = new ChatId(FixedIds.id(1));
    private static final ChatId OTHER = new ChatId(FixedIds.id(2));
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final EventCodec codec = new EventCodec(JsonMapper.builder().build());
    private final DeletedMessages deleted = new DeletedMessages(codec);

    @Test
    void whatAnEntryDeletesShouldBeKnown() {
        hear("deleted", new MessageDeleted(CHAT.value(), 9, 7, null, FixedIds.id(3), NOON));
        hear("pinned", new MessagePinned(CHAT.value(), 10, 8, FixedIds.id(3), NOON));

        assertThat(deleted.contains(CHAT, 7)).isTrue();
        assertThat(deleted.contains(CHAT, 8)).isFalse();
        assertThat(deleted.contains(CHAT, 9)).isFalse();
        assertThat(deleted.contains(OTHER, 7)).isFalse();
    }

    @Test
    void anEntryThatCanNotBeReadShouldBePassedOver() {
        assertThatNoException()
                .isThrownBy(() -> hear("deleted", "{\"type\":".getBytes(StandardCharsets.UTF_8)));
    }

    private void hear(String type, LogEntry entry) {
        hear(type, codec.encode(entry));
    }

    private void hear(String type, byte[] value) {
        deleted.hear(
                new RawEvent(
                        CHAT.value().toString(),
                        "org.tertulia.message.%s.v1".formatted(type),
                        value));
    }
}
