package org.tertulia.load.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.LogEntry;
import tools.jackson.databind.JsonNode;

/** What the server sends on a WebSocket. */
public sealed interface ServerFrame {

    /** The first frame of a connection: who I am, my chats and who is online. */
    record Hello(
            UUID connectionId,
            Who person,
            UUID sessionId,
            long heartbeatMs,
            long heartbeatTimeoutMs,
            Instant tokenExpiresAt,
            int maxFrameBytes,
            int resumeMaxEntries,
            Instant serverTime,
            List<ChatSummary> chats,
            List<Online> presence)
            implements ServerFrame {}

    /** The person of a connection. */
    record Who(UUID userId, String handle, String displayName) {}

    /** Somebody's presence in the hello frame. */
    record Online(UUID userId, String status) {}

    /** The next entry of a chat's log. */
    record Entry(LogEntry entry) implements ServerFrame {}

    /** The newest page of a chat, when too much was missed to be told entry by entry. */
    record Snapshot(
            UUID chatId,
            long lastSeq,
            long readSeq,
            List<MessageView> messages,
            @Nullable String before,
            SnapshotChat chat)
            implements ServerFrame {}

    /** The chat of a snapshot. */
    record SnapshotChat(ChatKind kind, @Nullable String title, @Nullable List<UUID> memberIds) {}

    /** A message of mine is in the log. */
    record Ack(UUID chatId, UUID clientMessageId, UUID messageId, long seq, Instant postedAt)
            implements ServerFrame {}

    /** A resume is answered; the seq of each chat up to which its entries were sent. */
    record Resumed(Map<UUID, Long> chats) implements ServerFrame {}

    /** A read marker of mine moved, here or on another device. */
    record Read(UUID chatId, long readSeq, long unread) implements ServerFrame {}

    /** I am in a chat now. */
    record ChatAdded(ChatSummary chat) implements ServerFrame {}

    /** I am in a chat no more. */
    record ChatRemoved(UUID chatId) implements ServerFrame {}

    /** Somebody came or went. */
    record Presence(UUID userId, String status) implements ServerFrame {}

    /** How far another member is. */
    record Receipt(UUID chatId, UUID userId, long deliveredSeq, long readSeq)
            implements ServerFrame {}

    /** My inbox has changed: I am told something, or it has been seen to. */
    record Inbox(long version) implements ServerFrame {}

    /** A message in the language I read. */
    record Translated(
            UUID chatId,
            long message,
            int version,
            String language,
            String sourceLanguage,
            String text,
            String engine)
            implements ServerFrame {}

    /** There is no translation of a message into the language I read, and why. */
    record Untranslated(
            UUID chatId,
            long message,
            int version,
            String language,
            @Nullable String sourceLanguage,
            String reason)
            implements ServerFrame {}

    /** The token was renewed in place. */
    record AuthRefreshed(Instant expiresAt) implements ServerFrame {}

    /** The answer to a ping. */
    record Pong() implements ServerFrame {}

    /** The connection ends; come back after so long. */
    record Reconnect(long afterMs) implements ServerFrame {}

    /** A frame of mine was refused. */
    record Refused(
            String re, @Nullable UUID chatId, @Nullable UUID clientMessageId, Problem problem)
            implements ServerFrame {}

    /** Why. */
    record Problem(String type, String title, int status, @Nullable String detail) {
        /** Whether the same frame may succeed a little later. */
        public boolean isTransient() {
            return status == 429 || status == 503;
        }
    }

    /** A frame of a newer server. */
    record Unknown(String op) implements ServerFrame {}

    /** The frame in a text. */
    static ServerFrame parse(String text) {
        return parse(Json.tree(text));
    }

    /** The frames in a batch, as it came, in their order. */
    static List<ServerFrame> unpack(byte[] batch) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(batch))) {
            var text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            return Json.tree(text).path("frames").valueStream().map(ServerFrame::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A binary message is not gzip", e);
        }
    }

    private static ServerFrame parse(JsonNode frame) {
        var op = frame.path("op").asString("");
        return switch (op) {
            case "hello" -> Json.read(frame, Hello.class);
            case "entry" -> new Entry(Json.read(frame, LogEntry.class));
            case "snapshot" -> Json.read(frame, Snapshot.class);
            case "message.ack" -> Json.read(frame, Ack.class);
            case "resumed" -> Json.read(frame, Resumed.class);
            case "read" -> Json.read(frame, Read.class);
            case "chat.added" -> Json.read(frame, ChatAdded.class);
            case "chat.removed" -> Json.read(frame, ChatRemoved.class);
            case "presence" -> Json.read(frame, Presence.class);
            case "receipt" -> Json.read(frame, Receipt.class);
            case "notification.added", "notification.settled" -> Json.read(frame, Inbox.class);
            case "message.translated" -> Json.read(frame, Translated.class);
            case "message.untranslated" -> Json.read(frame, Untranslated.class);
            case "auth.refreshed" -> Json.read(frame, AuthRefreshed.class);
            case "pong" -> new Pong();
            case "reconnect" -> Json.read(frame, Reconnect.class);
            case "error" -> Json.read(frame, Refused.class);
            default -> new Unknown(op);
        };
    }
}
