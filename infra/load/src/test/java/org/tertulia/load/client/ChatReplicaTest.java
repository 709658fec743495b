package org.tertulia.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.LogEntry;

class ChatReplicaTest {
    @Test
    void aDeletedMessageShouldBeTheOneItWas() {
        var said = Frames.posted(5, "hola");

        assertThat(ChatReplica.agree(said, deleted(said))).isTrue();
        assertThat(ChatReplica.agree(deleted(said), said)).isTrue();
    }

    @Test
    void anotherTextShouldBeAnotherEntry() {
        assertThat(ChatReplica.agree(Frames.posted(5, "hola"), Frames.posted(5, "adiós")))
                .isFalse();
    }

    @Test
    void aDeletedMessageShouldNotStandForAnother() {
        assertThat(ChatReplica.agree(Frames.posted(5, "hola"), deleted(Frames.posted(6, "hola"))))
                .isFalse();
    }

    private static LogEntry deleted(LogEntry said) {
        var json = Frames.logEntry(said).replace("\"hola\"", "\"\"");
        return Json.read(
                json.substring(0, json.length() - 1) + ",\"deletedAt\":\"2026-11-02T13:00:00Z\"}",
                LogEntry.class);
    }
}
