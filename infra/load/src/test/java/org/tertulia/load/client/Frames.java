package org.tertulia.load.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;

/** Frames as the server writes them. */
final class Frames {
    static final UUID CHAT = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Frames() {}

    static Map<String, Object> summary(UUID chat, long lastSeq) {
        return Map.of(
                "chatId",
                chat,
                "kind",
                "group",
                "title",
                "Tertulia",
                "lastSeq",
                lastSeq,
                "readSeq",
                0,
                "unread",
                lastSeq);
    }

    static String hello(List<Map<String, Object>> chats) {
        var frame = new HashMap<String, Object>();
        frame.put("op", "hello");
        frame.put("connectionId", UUID.randomUUID());
        frame.put("person", Map.of("userId", FakeSuite.ME, "handle", "ana", "displayName", "Ana"));
        frame.put("sessionId", FakeSuite.ME);
        frame.put("heartbeatMs", 25_000);
        frame.put("heartbeatTimeoutMs", 60_000);
        frame.put("tokenExpiresAt", Instant.now().plusSeconds(300));
        frame.put("maxFrameBytes", 65_536);
        frame.put("resumeMaxEntries", 1000);
        frame.put("serverTime", Instant.now());
        frame.put("chats", chats);
        frame.put("presence", List.of());
        return Json.write(frame);
    }

    static MessagePosted posted(long seq, String text) {
        return new MessagePosted(
                CHAT, seq, new UUID(7, seq), FakeSuite.ME, new UUID(8, seq), text, NOON);
    }

    static String entry(long seq) {
        return entry(posted(seq, "message " + seq));
    }

    static String entry(LogEntry entry) {
        return "{\"op\":\"entry\"," + logEntry(entry).substring(1);
    }

    /** As in the log: with its type. */
    static String logEntry(LogEntry entry) {
        return Json.write(entry);
    }

    static String resumed(long seq) {
        return Json.write(Map.of("op", "resumed", "chats", Map.of(CHAT, seq)));
    }

    static String ack(UUID clientMessageId, long seq) {
        return Json.write(
                Map.of(
                        "op", "message.ack",
                        "chatId", CHAT,
                        "clientMessageId", clientMessageId,
                        "messageId", new UUID(7, seq),
                        "seq", seq,
                        "postedAt", NOON));
    }

    static String refused(UUID clientMessageId, String slug, int status) {
        return Json.write(
                Map.of(
                        "op",
                        "error",
                        "re",
                        "message.send",
                        "chatId",
                        CHAT,
                        "clientMessageId",
                        clientMessageId,
                        "problem",
                        Map.of(
                                "type", "urn:tertulia:problem:" + slug,
                                "title", slug,
                                "status", status)));
    }

    static String snapshot(long lastSeq) {
        return Json.write(
                Map.of(
                        "op",
                        "snapshot",
                        "chatId",
                        CHAT,
                        "lastSeq",
                        lastSeq,
                        "readSeq",
                        0,
                        "messages",
                        List.of(),
                        "chat",
                        Map.of("kind", "group", "title", "Tertulia")));
    }
}
