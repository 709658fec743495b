package org.tertulia.message.posting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.attachments.AttachmentJson;
import org.tertulia.message.presence.OnlinePeople;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log in PostgreSQL. A batch is one call of {@code append_messages}, outside of any other
 * transaction: one round trip, one commit.
 */
@Repository
final class MessageLogRepository implements MessageLog {

    private static final String APPEND =
            "SELECT ord, outcome, message_id, seq, posted_at, mentions, mentions_everyone,"
                    + " attachments, unknown_media"
                    + " FROM append_messages($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ORDER BY ord";

    private static final Long NO_SEQ = 0L;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;
    private final OnlinePeople people;

    MessageLogRepository(DatabaseClient database, OnlinePeople people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Mono<List<AppendOutcome>> append(List<Post> batch, Instant postedAt) {
        return database.sql(APPEND)
                .bind(0, ids(batch, post -> post.chatId().value()))
                .bind(1, ids(batch, post -> post.senderId().value()))
                .bind(2, ids(batch, Post::clientMessageId))
                .bind(3, ids(batch, post -> post.id().value()))
                .bind(4, texts(batch, post -> post.content().text()))
                .bind(5, seqs(batch, Content::replyTo))
                .bind(6, seqs(batch, Content::thread))
                .bind(
                        7,
                        texts(batch, post -> String.join(",", post.content().mentions().handles())))
                .bind(8, flags(batch, Mentions::everyone))
                .bind(9, flags(batch, Mentions::here))
                .bind(10, texts(batch, MessageLogRepository::forwardedOrEmpty))
                .bind(11, texts(batch, MessageLogRepository::traceparentOrEmpty))
                .bind(12, online(batch))
                .bind(13, postedAt.atOffset(ZoneOffset.UTC))
                .bind(14, attachments(batch))
                .map(row -> outcome(row, batch))
                .all()
                .collectList();
    }

    private static UUID[] ids(List<Post> batch, Function<Post, UUID> id) {
        return batch.stream().map(id).toArray(UUID[]::new);
    }

    private static String[] texts(List<Post> batch, Function<Post, String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }

    private static Long[] seqs(List<Post> batch, Function<Content, @Nullable Long> seq) {
        return batch.stream()
                .map(post -> Objects.requireNonNullElse(seq.apply(post.content()), NO_SEQ))
                .toArray(Long[]::new);
    }

    private static Boolean[] flags(List<Post> batch, Predicate<Mentions> flag) {
        return batch.stream()
                .map(post -> flag.test(post.content().mentions()))
                .toArray(Boolean[]::new);
    }

    /** Only when somebody calls those who are here. */
    private UUID[] online(List<Post> batch) {
        var called = batch.stream().anyMatch(post -> post.content().mentions().here());
        return called
                ? people.online().stream().map(UserId::value).toArray(UUID[]::new)
                : new UUID[0];
    }

    private static String traceparentOrEmpty(Post post) {
        return Objects.requireNonNullElse(post.traceparent(), "");
    }

    private static String forwardedOrEmpty(Post post) {
        var forwarded = post.content().forwarded();
        return forwarded == null ? "" : JSON.writeValueAsString(forwarded);
    }

    /** Nothing at all where nobody attaches anything. */
    private static String[] attachments(List<Post> batch) {
        return batch.stream().allMatch(post -> post.content().hasNoAttachments())
                ? new String[0]
                : texts(batch, MessageLogRepository::attachmentsOrEmpty);
    }

    private static String attachmentsOrEmpty(Post post) {
        var content = post.content();
        if (content.hasNoAttachments()) {
            return "";
        }
        return AttachmentJson.write(content.files().isEmpty() ? content.copied() : content.files());
    }

    private static AppendOutcome outcome(Readable row, List<Post> batch) {
        var post = batch.get(required(row, "ord", Integer.class) - 1);
        return switch (required(row, "outcome", String.class)) {
            case "posted" -> new AppendOutcome.Posted(message(row, post));
            case "repeated" -> new AppendOutcome.Repeated(message(row, post));
            case "conflict" -> new AppendOutcome.Conflicting();
            case "not-a-member", "unknown-chat" -> new AppendOutcome.NotAllowed();
            case "deleted" -> new AppendOutcome.Deleted();
            case "unknown-reply" -> new AppendOutcome.UnknownReply();
            case "unknown-thread" -> new AppendOutcome.UnknownThread();
            case "unknown-attachment" ->
                    new AppendOutcome.NotAttachable(required(row, "unknown_media", UUID.class));
            case "missing-attachment" ->
                    new AppendOutcome.NoSuchFile(required(row, "unknown_media", UUID.class));
            case String other -> throw new IllegalStateException("unknown outcome " + other);
        };
    }

    private static Message message(Readable row, Post post) {
        return new Message(
                new MessageId(required(row, "message_id", UUID.class)),
                post.chatId(),
                required(row, "seq", Long.class),
                post.senderId(),
                post.clientMessageId(),
                post.content().text(),
                post.content().replyTo(),
                post.content().thread(),
                mentions(row),
                post.content().forwarded(),
                AttachmentJson.read(row.get("attachments", String.class)),
                required(row, "posted_at", OffsetDateTime.class).toInstant());
    }

    private static MessageView.@Nullable Mentions mentions(Readable row) {
        return MessageView.Mentions.of(
                List.of(required(row, "mentions", UUID[].class)),
                required(row, "mentions_everyone", Boolean.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
