package org.tertulia.message.timeline;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.attachments.AttachmentJson;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a {@link MessageView} is made of: {@code SELECT COLUMNS FROM … x JOINS}, where x has rows of
 * the table {@code messages} and $1 is the person who looks.
 */
final class MessageRow {

    static final String COLUMNS =
            """
            x.chat_id, x.seq, x.message_id, x.sender_id, x.client_message_id, x.text, x.posted_at, x.version,
            x.edited_at, x.deleted_at, x.reply_to, x.thread, x.mentions, x.mentions_everyone,
            x.forwarded::text AS forwarded, x.attachments::text AS attachments, x.pinned_at, x.pinned_by, reacted.reactions, replied.reply_count,
            replied.reply_last, replied.reply_senders, last_reply.reply_at, saved.kept AS bookmarked
            """;

    /**
     * Lateral, with limits, so that each stays an index look-up per message, whatever the tables' size when
     * the plan was made. The spaces in the slice keep the client from taking it for a parameter.
     */
    static final String JOINS =
            """
            LEFT JOIN LATERAL (
                SELECT jsonb_agg(jsonb_build_object(
                           'emoji', e.emoji, 'count', e.count, 'mine', e.mine, 'first', to_jsonb(e.first))
                       ORDER BY e.since, e.emoji)::text AS reactions
                FROM (SELECT r.emoji, count(*) AS count, bool_or(r.user_id = $1) AS mine,
                             min(r.reacted_at) AS since,
                             (array_agg(r.user_id ORDER BY r.reacted_at, r.user_id))[1 : 3] AS first
                      FROM reactions r WHERE r.chat_id = x.chat_id AND r.seq = x.seq GROUP BY r.emoji) e
                ) reacted ON true
            LEFT JOIN LATERAL (
                WITH y AS MATERIALIZED (
                    SELECT m.seq, m.sender_id FROM messages m
                    WHERE m.chat_id = x.chat_id AND m.thread = x.seq AND m.deleted_at IS NULL
                    ORDER BY m.seq DESC LIMIT %d)
                SELECT (SELECT count(*) FROM y)::integer AS reply_count, (SELECT max(y.seq) FROM y) AS reply_last,
                       ARRAY(SELECT y.sender_id FROM y GROUP BY y.sender_id ORDER BY min(y.seq) LIMIT 3)
                           AS reply_senders
                ) replied ON true
            LEFT JOIN LATERAL (
                SELECT m.posted_at AS reply_at FROM messages m
                WHERE m.chat_id = x.chat_id AND m.seq = replied.reply_last LIMIT 1) last_reply ON true
            LEFT JOIN LATERAL (
                SELECT true AS kept FROM bookmarks b
                WHERE b.user_id = $1 AND b.chat_id = x.chat_id AND b.seq = x.seq LIMIT 1) saved ON true
            """
                    .formatted(MessageView.MAX_REPLIES);

    private static final ObjectReader REACTIONS =
            JsonMapper.shared().readerForListOf(MessageView.Reaction.class);
    private static final ObjectReader FORWARDED =
            JsonMapper.shared().readerFor(MessageView.Forwarded.class);

    private MessageRow() {}

    /** Whether there is a message at all; an outer join may have found none. */
    static boolean isThere(Readable row) {
        return row.get("message_id", UUID.class) != null;
    }

    static MessageView view(Readable row) {
        return new MessageView(
                new MessageId(required(row, "message_id", UUID.class)),
                new ChatId(required(row, "chat_id", UUID.class)),
                required(row, "seq", Long.class),
                new UserId(required(row, "sender_id", UUID.class)),
                required(row, "client_message_id", UUID.class),
                required(row, "text", String.class),
                required(row, "posted_at", OffsetDateTime.class).toInstant(),
                required(row, "version", Integer.class),
                moment(row, "edited_at"),
                moment(row, "deleted_at"),
                row.get("reply_to", Long.class),
                row.get("thread", Long.class),
                mentions(row),
                forwarded(row),
                AttachmentJson.read(row.get("attachments", String.class)),
                moment(row, "pinned_at"),
                person(row, "pinned_by"),
                reactions(row),
                replies(row),
                Boolean.TRUE.equals(row.get("bookmarked", Boolean.class)));
    }

    private static MessageView.@Nullable Mentions mentions(Readable row) {
        return MessageView.Mentions.of(
                List.of(required(row, "mentions", UUID[].class)),
                required(row, "mentions_everyone", Boolean.class));
    }

    private static MessageView.@Nullable Forwarded forwarded(Readable row) {
        var json = row.get("forwarded", String.class);
        return json == null ? null : FORWARDED.readValue(json);
    }

    private static List<MessageView.Reaction> reactions(Readable row) {
        var json = row.get("reactions", String.class);
        return json == null ? List.of() : REACTIONS.readValue(json);
    }

    private static MessageView.@Nullable Replies replies(Readable row) {
        var last = row.get("reply_last", Long.class);
        return last == null
                ? null
                : new MessageView.Replies(
                        required(row, "reply_count", Integer.class),
                        last,
                        required(row, "reply_at", OffsetDateTime.class).toInstant(),
                        Arrays.stream(required(row, "reply_senders", UUID[].class))
                                .map(UserId::new)
                                .toList());
    }

    private static @Nullable Instant moment(Readable row, String column) {
        var at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable UserId person(Readable row, String column) {
        var id = row.get(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
