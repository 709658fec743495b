package org.tertulia.media.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.scheduled.ScheduledFilesHeld;
import org.tertulia.contracts.scheduled.ScheduledFilesReleased;
import org.tertulia.contracts.scheduled.ScheduledMessageEvent;
import org.tertulia.media.FilesApi;
import org.tertulia.media.StoredFile;
import org.tertulia.media.TestChat;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.Variant;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.starter.id.MediaId;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestEvents;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What is left over goes, and nothing else. Rounds are run by the test, over few files at a time. */
@ServiceTest(
        properties = {"tertulia.media.collecting.every=1h", "tertulia.media.collecting.batch=3"})
class CollectingIT extends FilesApi {

    private static final Duration LONG_AGO = Duration.ofHours(25);
    private static final Duration NOT_LONG_AGO = Duration.ofHours(23);

    @Autowired Collecting collecting;
    @Autowired ObjectStore store;
    @Autowired TransactionalOperator transactions;

    @Test
    void whatWasNeverSentGoesAfterADayWithItsObjects() {
        var file = old().withPreview(Variant.SMALL, new byte[] {1}).store();
        assertThat(isStored(file, Variant.ORIGINAL)).isTrue();
        awaitCollected(file);
        await(
                LIMIT,
                () -> {
                    collecting.collectGarbage().block(LIMIT);
                    assertThat(isStored(file, Variant.ORIGINAL)).isFalse();
                    assertThat(isStored(file, Variant.SMALL)).isFalse();
                });
        expectProblem(get(ana, MEDIA + "/" + file), 404, "not-found");
        assertThat(rows("garbage where prefix = '" + Media.prefix(new MediaId(file)) + "'"))
                .isZero();
    }

    @Test
    void whatIsSentWhileItIsWithdrawnIsKept() {
        var file = old().store();
        await(
                LIMIT,
                () -> {
                    collecting.collectFiles().block(LIMIT);
                    assertThat(isWithdrawn(file)).isTrue();
                });
        var chat = TestChat.of(ana, bruno);
        chat.post(ana, file);
        awaitStatus(200, bruno, MEDIA + "/" + file);
        longAfterWithdrawing(file);
        sweep();
        assertThat(exists(file)).isTrue();
        get(bruno, content(file, "original")).expectStatus().isOk();
    }

    @Test
    void whatWasWithdrawnAMomentAgoIsKept() {
        var file = old().store();
        await(
                LIMIT,
                () -> {
                    collecting.collectFiles().block(LIMIT);
                    assertThat(isWithdrawn(file)).isTrue();
                });
        sweep();
        assertThat(exists(file)).isTrue();
    }

    @Test
    void whatIsYoungerIsKept() {
        var file = fileOf(ana).since(NOT_LONG_AGO).store();
        sweep();
        assertThat(exists(file)).isTrue();
    }

    @Test
    void whatAMessageHasIsKept() {
        var file = old().store();
        var chat = TestChat.of(ana, bruno);
        chat.post(ana, file);
        awaitStatus(200, bruno, MEDIA + "/" + file);
        sweep();
        assertThat(exists(file)).isTrue();
        get(bruno, content(file, "original")).expectStatus().isOk();
    }

    @Test
    void aPictureIsKeptUntilAnotherTakesItsPlace() {
        var file = old().store();
        var emoji = old().store();
        var chat = TestChat.of(ana, bruno);
        chat.picture(ana, file, ChatKind.GROUP);
        chat.defineEmoji(ana, "wink", emoji);
        awaitStatus(200, bruno, MEDIA + "/" + emoji);
        sweep();
        assertThat(exists(file)).isTrue();
        assertThat(exists(emoji)).isTrue();

        chat.picture(ana, fileOf(ana).store(), ChatKind.GROUP);
        awaitCollected(file);
        assertThat(exists(emoji)).isTrue();
    }

    @Test
    void whatAMessageNeedsThatWaitsIsKeptUntilItIsReleased() {
        var file = old().store();
        var notOwned = old().store();
        var message = UUID.randomUUID();
        var chat = UUID.randomUUID();
        tell(new ScheduledFilesHeld(message, ana, chat, List.of(file), Instant.now()));
        tell(new ScheduledFilesHeld(message, bruno, chat, List.of(notOwned), Instant.now()));
        await(LIMIT, () -> assertThat(rows("held_files where media_id = '" + file + "'")).isOne());
        awaitCollected(notOwned);
        assertThat(exists(file)).isTrue();
        expectProblem(
                request(HttpMethod.DELETE, ana, MEDIA + "/" + file).exchange(),
                409,
                "media-attached");

        tell(new ScheduledFilesReleased(message, ana, chat, Instant.now()));
        awaitCollected(file);
    }

    private static void tell(ScheduledMessageEvent event) {
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, event);
    }

    @Test
    void whatWasInDeletedMessagesGoesAfterAnHour() {
        var file = old().store();
        var chat = TestChat.of(ana, bruno);
        var message = chat.post(ana, file);
        chat.delete(message, Instant.now().minus(Duration.ofHours(2)));
        awaitCollected(file);
        assertThat(rows("attachments where media_id = '" + file + "'")).isZero();
    }

    @Test
    void whatWasInAClosedChatGoesToo() {
        var file = old().store();
        var chat = TestChat.of(ana, bruno);
        chat.post(ana, file);
        chat.close(Instant.now().minus(Duration.ofHours(2)));
        awaitCollected(file);
    }

    @Test
    void whatWasDeletedAMomentAgoIsKept() {
        var file = old().store();
        var chat = TestChat.of(ana, bruno);
        var message = chat.post(ana, file);
        awaitStatus(200, bruno, MEDIA + "/" + file);
        chat.delete(message);
        awaitStatus(404, bruno, MEDIA + "/" + file);
        sweep();
        assertThat(exists(file)).isTrue();
    }

    @Test
    void whatAnotherMessageHasIsKept() {
        var file = old().store();
        var chat = TestChat.of(ana, bruno);
        var message = chat.post(ana, file);
        TestChat.of(ana, stranger).post(ana, file);
        awaitStatus(200, stranger, MEDIA + "/" + file);
        chat.delete(message, Instant.now().minus(Duration.ofHours(2)));
        awaitStatus(404, bruno, MEDIA + "/" + file);
        sweep();
        assertThat(exists(file)).isTrue();
    }

    @Test
    void nothingGoesWhileEventsHaveNotArrived() {
        var file = old().store();
        var other = old().store();
        var chat = TestChat.of(ana, bruno);
        awaitStatus(200, bruno, MEDIA + "/chats/" + chat.id());
        var release = holdAttachments();
        try {
            chat.post(ana, file);
            assertThat(collecting.collectFiles().block(LIMIT)).isZero();
            assertThat(exists(file)).isTrue();
            assertThat(exists(other)).isTrue();
        } finally {
            release.tryEmitEmpty();
        }
        awaitStatus(200, bruno, MEDIA + "/" + file);
        awaitCollected(other);
        sweep();
        assertThat(exists(file)).isTrue();
    }

    /** Nobody can write down an attachment until this is released; everybody can read. */
    private Sinks.Empty<Void> holdAttachments() {
        var held = Sinks.<Void>empty();
        var release = Sinks.<Void>empty();
        database.sql("lock table attachments in exclusive mode")
                .then()
                .then(Mono.fromRunnable(held::tryEmitEmpty))
                .then(release.asMono())
                .as(transactions::transactional)
                .subscribe();
        held.asMono().block(LIMIT);
        return release;
    }

    @Test
    void manyGoInManyRounds() {
        var files = IntStream.range(0, 20).mapToObj(_ -> old().store()).toList();
        files.reversed().forEach(this::awaitCollected);
        assertThat(files).noneMatch(this::exists);
    }

    @Test
    void anUploadThatNobodyGoesOnWithIsGivenUp() {
        var upload = begun();
        database.sql(
                        "update uploads set expires_at = now() - interval '1 second' where upload_id = $1")
                .bind(0, upload)
                .then()
                .block(LIMIT);
        await(
                LIMIT,
                () -> {
                    collecting.collectUploads().block(LIMIT);
                    assertThat(
                                    rows(
                                            "uploads where state = 'gone' and upload_id = '"
                                                    + upload
                                                    + "'"))
                            .isEqualTo(1);
                });
        collecting.collectGarbage().block(LIMIT);
        await(
                LIMIT,
                () -> assertThat(rows("garbage where prefix like '%" + upload + "%'")).isZero());
    }

    private UUID begun() {
        var location =
                request(HttpMethod.POST, ana, MEDIA + "/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "10")
                        .header(HttpHeaders.CONTENT_TYPE, "application/offset+octet-stream")
                        .bodyValue(new byte[] {1, 2, 3})
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getFirst(HttpHeaders.LOCATION);
        var path = Objects.requireNonNull(location);
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void itStopsAndBeginsAgain() {
        assertThat(collecting.isRunning()).isTrue();
        collecting.stop();
        assertThat(collecting.isRunning()).isFalse();
        collecting.stop();
        collecting.start();
        assertThat(collecting.isRunning()).isTrue();
    }

    private StoredFile old() {
        return fileOf(ana).since(LONG_AGO);
    }

    /** Rounds until one has gone past all files that there are now. */
    private void sweep() {
        awaitCollected(old().store());
    }

    private void awaitCollected(UUID file) {
        await(
                LIMIT,
                () -> {
                    collecting.collectFiles().block(LIMIT);
                    longAfterWithdrawing(file);
                    assertThat(exists(file)).isFalse();
                });
    }

    private void longAfterWithdrawing(UUID file) {
        database.sql(
                        "update media set withdrawn_at = withdrawn_at - interval '2 hours' where media_id = $1")
                .bind(0, file)
                .then()
                .block(LIMIT);
    }

    private boolean isWithdrawn(UUID file) {
        return rows("media where media_id = '" + file + "' and withdrawn_at is not null") == 1;
    }

    private boolean exists(UUID file) {
        return rows("media where media_id = '" + file + "'") == 1;
    }

    private long rows(String from) {
        var count = database.sql("select count(*) from " + from).mapValue(Long.class).one();
        return Objects.requireNonNull(count.block(LIMIT));
    }

    private boolean isStored(UUID file, Variant variant) {
        var key = Media.prefix(new MediaId(file)) + variant.text();
        return Objects.requireNonNull(store.length(key).hasElement().block(LIMIT));
    }
}
