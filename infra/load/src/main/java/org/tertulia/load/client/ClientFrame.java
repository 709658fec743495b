package org.tertulia.load.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client sends on a WebSocket. */
public sealed interface ClientFrame {

    /** What kind of frame it is. */
    @JsonProperty
    String op();

    /** Say something; a repeat of the same id and text says it once. */
    record Send(UUID chatId, UUID clientMessageId, String text) implements ClientFrame {
        @Override
        public String op() {
            return "message.send";
        }
    }

    /** Send me what comes after these seqs; {@code gzip} when it may come in batches. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resume(Map<UUID, Long> chats, @Nullable String compression) implements ClientFrame {
        /** As most clients ask: in batches. */
        public static Resume inBatches(Map<UUID, Long> chats) {
            return new Resume(chats, "gzip");
        }

        /** Frame by frame. */
        public static Resume plain(Map<UUID, Long> chats) {
            return new Resume(chats, null);
        }

        @Override
        public String op() {
            return "resume";
        }
    }

    /** I have read up to here. */
    record Read(UUID chatId, long seq) implements ClientFrame {
        @Override
        public String op() {
            return "read";
        }
    }

    /** My token is this one now. */
    record RefreshAuth(String token) implements ClientFrame {
        @Override
        public String op() {
            return "auth.refresh";
        }
    }

    /** I am alive; are you? */
    record Ping() implements ClientFrame {
        @Override
        public String op() {
            return "ping";
        }
    }

    /** As it travels. */
    default String json() {
        return Json.write(this);
    }
}
