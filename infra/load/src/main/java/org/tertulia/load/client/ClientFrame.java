package org.tertulia.load.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
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

    /**
     * I read this language: what is said in all chats but these when {@code everything} is set, else in these, and in none
     * when the language is null.
     */
    record Translations(@Nullable String language, boolean everything, List<UUID> chats)
            implements ClientFrame {
        /** Whatever is said. */
        public static Translations of(String language) {
            return new Translations(language, true, List.of());
        }

        /** Nothing any more. */
        public static Translations none() {
            return new Translations(null, false, List.of());
        }

        /** Keeps its own copy of the list. */
        public Translations {
            chats = List.copyOf(chats);
        }

        @Override
        public String op() {
            return "translations";
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
