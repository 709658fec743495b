package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.Uploader.expectProblem;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.types.ContentType;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.FixedIds;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.SecurityContract;
import reactor.core.publisher.Mono;

/** What the media service owes everybody, as every service does. */
class MediaServiceIT extends MediaApi
        implements SecurityContract, OutboxContract, IdempotentListenerContract, OpenApiContract {

    private static final String SOME_UPLOAD =
            Uploader.UPLOADS + "/00000000-0000-7000-8000-000000000404";
    private static final String SOME_FILE =
            FilesApi.MEDIA + "/00000000-0000-7000-8000-000000000404";
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Autowired MediaFiles files;
    @Autowired IdGenerator ids;
    @Autowired TransactionalOperator transactions;
    @Autowired List<EventSubscription> subscriptions;

    @Override
    public List<String> securedRequests() {
        return List.of(
                "GET /api/v1/media/limits",
                "POST " + Uploader.UPLOADS,
                "PATCH " + SOME_UPLOAD,
                "DELETE " + SOME_UPLOAD,
                "GET " + SOME_UPLOAD,
                "OPTIONS " + Uploader.UPLOADS,
                "GET " + FilesApi.MEDIA + "?ids=" + FixedIds.id(404),
                "GET " + FilesApi.MEDIA + "/chats/" + FixedIds.id(404),
                "GET " + SOME_FILE,
                "DELETE " + SOME_FILE,
                "GET " + SOME_FILE + "/content/original");
    }

    @Override
    public String outboxTopic() {
        return Topics.MEDIA_EVENTS;
    }

    @Override
    public Mono<UUID> change() {
        return Mono.fromSupplier(() -> new MediaId(ids.next()))
                .flatMap(id -> files.create(picture(id)).thenReturn(id.value()))
                .as(transactions::transactional);
    }

    private static Media picture(MediaId id) {
        return Media.uploaded(
                id,
                new UserId(FixedIds.id(1)),
                "photo.png",
                new ContentType(MediaKind.IMAGE, "image/png"),
                new Media.Original(Media.prefix(id) + "upload", 1000, 1, false),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public String listenedTopic() {
        return Topics.MESSAGE_EVENTS;
    }

    /** Somebody opens a chat, and says something with a file each time. */
    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        var owner = FixedIds.id(1);
        return n == 1
                ? new ChatOpened(
                        aggregate, 1, ChatKind.GROUP, "T", owner, List.of(owner), true, NOON)
                : posted(aggregate, n, owner);
    }

    private static MessagePosted posted(UUID chat, long seq, UUID sender) {
        return new MessagePosted(
                chat,
                seq,
                UUID.randomUUID(),
                sender,
                UUID.randomUUID(),
                "",
                null,
                null,
                null,
                null,
                List.of(attachment(FixedIds.id(1_000 + seq)), attachment(FixedIds.id(2_000 + seq))),
                NOON,
                null);
    }

    private static Attachment attachment(UUID media) {
        return new Attachment(
                media, "image", "photo.png", "image/png", 10, null, null, null, null, null);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        """
                        select members.n || ' members, ' || files.n || ' files' as state
                        from (select count(*) as n from memberships where chat_id = $1 and present) members,
                             (select count(*) as n from attachments where chat_id = $1) files
                        where members.n + files.n > 0
                        """)
                .bind(0, aggregate)
                .map(row -> row.get("state", String.class))
                .one()
                .block(LIMIT);
    }

    @Test
    void theConsumerGroupIsPinned() {
        assertThat(subscriptions)
                .filteredOn(EventSubscription.Ordered.class::isInstance)
                .map(it -> ((EventSubscription.Ordered<?>) it).group())
                .contains("media-service.access", "media-service.profile-pictures");
    }

    @Test
    void anUnknownPathShouldBeNotFound() {
        expectProblem(
                somebody().request(HttpMethod.GET, "/api/v1/there-is-no-such-path").exchange(),
                404,
                "not-found");
    }

    @Test
    void anUnsupportedMethodShouldBeToldTheOthers() {
        var answer = somebody().request(HttpMethod.PUT, Uploader.UPLOADS).exchange();
        answer.expectHeader().value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("POST"));
        expectProblem(answer, 405, "method-not-allowed");
    }

    @Test
    void whatIsNoIdShouldBeMalformed() {
        expectProblem(somebody().end(Uploader.UPLOADS + "/nothing"), 400, "malformed-request");
    }

    @Test
    void theServiceShouldBeReadyWhenItsStoreAnswers() {
        client.get().uri("/readyz").exchange().expectStatus().isOk();
    }
}
