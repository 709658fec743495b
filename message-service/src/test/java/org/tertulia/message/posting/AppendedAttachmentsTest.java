package org.tertulia.message.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.message.FileRows;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that come with messages: checked, described and kept where messages are appended. */
class AppendedAttachmentsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.120Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private MessageLogRepository log;
    private ChatRows chats;
    private FileRows files;
    private UUID chat;

    @BeforeEach
    void begin() {
        log = new MessageLogRepository(postgres.databaseClient(), Set::of);
        chats = new ChatRows(postgres.databaseClient());
        files = new FileRows(postgres.databaseClient());
        chat = chats.group(ana, bruno);
    }

    @Test
    void filesShouldBeDescribedInTheirOrder() {
        var picture = files.image(ana);
        var note = files.file(ana, "audio", "nota.ogg");
        var message = posted(append(post(ana, "", attach(note, null), attach(picture, "taza"))));

        assertThat(message.attachments())
                .containsExactly(
                        new Attachment(
                                note,
                                "audio",
                                "nota.ogg",
                                "audio/x",
                                1234,
                                40,
                                30,
                                null,
                                null,
                                null),
                        new Attachment(
                                picture,
                                "image",
                                "foto.jpg",
                                "image/x",
                                1234,
                                40,
                                30,
                                null,
                                null,
                                "taza"));
        assertThat(
                        entry(1).path("attachments")
                                .valueStream()
                                .map(file -> Set.copyOf(file.propertyNames())))
                .containsExactlyInAnyOrder(
                        Set.of(
                                "mediaId",
                                "kind",
                                "name",
                                "contentType",
                                "bytes",
                                "width",
                                "height"),
                        Set.of(
                                "mediaId",
                                "kind",
                                "name",
                                "contentType",
                                "bytes",
                                "width",
                                "height",
                                "alt"));
        assertThat(json("SELECT attachments::text AS json FROM messages WHERE chat_id = $1"))
                .isEqualTo(entry(1).path("attachments"));
        assertThat(json("SELECT payload::text AS json FROM outbox WHERE record_key = $1::text"))
                .isEqualTo(entry(1));
    }

    @Test
    void aMessageWithoutFilesShouldHaveNothingOfThem() {
        var outcomes =
                log.append(
                                List.of(
                                        post(ana, "1"),
                                        post(ana, "2", attach(files.image(ana), null)),
                                        post(bruno, "3")),
                                AT)
                        .block(PATIENCE);

        assertThat(outcomes.stream().map(o -> posted(o).attachments() == null))
                .containsExactly(true, false, true);
        assertThat(entry(1).has("attachments")).isFalse();
        assertThat(entry(3).has("attachments")).isFalse();
        assertThat(
                        chats.rows(
                                "SELECT seq FROM messages WHERE chat_id = $1 AND attachments IS NULL",
                                chat))
                .containsExactlyInAnyOrder(Map.of("seq", 1L), Map.of("seq", 3L));
    }

    @Test
    void aFileOfSomebodyElseOrARefusedOneShouldNotBeAttachable() {
        var own = files.image(ana);
        var foreign = files.image(bruno);
        var refused = files.image(ana);
        files.state(refused, "refused");
        var missing = UUID.randomUUID();

        assertThat(append(post(ana, "x", attach(own, null), attach(foreign, null))))
                .isEqualTo(new AppendOutcome.NotAttachable(foreign));
        assertThat(append(post(ana, "x", attach(missing, null), attach(refused, null))))
                .isEqualTo(new AppendOutcome.NotAttachable(refused));
        assertThat(append(post(ana, "x", attach(own, null), attach(missing, null))))
                .isEqualTo(new AppendOutcome.NoSuchFile(missing));
        assertThat(append(post(UUID.randomUUID(), "x", attach(missing, null))))
                .as("strangers learn nothing of files")
                .isEqualTo(new AppendOutcome.NotAllowed());
        assertThat(count("log")).isZero();
    }

    @Test
    void whatIsRefusedShouldNotKeepTheOthersOfTheBatch() {
        var outcomes =
                log.append(
                                List.of(
                                        post(ana, "x", attach(UUID.randomUUID(), null)),
                                        post(ana, "y", attach(files.image(ana), null))),
                                AT)
                        .block(PATIENCE);

        assertThat(outcomes.getFirst()).isInstanceOf(AppendOutcome.NoSuchFile.class);
        assertThat(posted(outcomes.getLast()).seq()).isEqualTo(1);
    }

    @Test
    void aRepeatShouldBeTheFirstMessageWhateverBecameOfTheFile() {
        var file = files.image(ana);
        var post = post(ana, "", attach(file, "taza"));
        var first = posted(append(post));
        files.state(file, "refused");
        assertThat(append(post)).isEqualTo(new AppendOutcome.Repeated(first));
        files.delete(file);
        assertThat(append(post)).isEqualTo(new AppendOutcome.Repeated(first));

        change("edit_message($1, 1, '%s', 1, 'dicho', '', false, false, '{}', now(), null)");
        assertThat(append(post)).isEqualTo(new AppendOutcome.Repeated(first));
        change("delete_message($1, 1, '%s', now(), null)");
        assertThat(append(post)).isInstanceOf(AppendOutcome.Repeated.class);
        assertThat(count("log")).isEqualTo(3);
    }

    @Test
    void repeatsWithinABatchShouldBeTheFirstOfThem() {
        var post = post(ana, "", attach(files.image(ana), null));
        var outcomes = log.append(List.of(post, post), AT).block(PATIENCE);

        assertThat(outcomes.getLast())
                .isEqualTo(new AppendOutcome.Repeated(posted(outcomes.getFirst())));
    }

    @Test
    void otherAttachmentsShouldBeAConflict() {
        var file = files.image(ana);
        var other = files.image(ana);
        var post = post(ana, "x", attach(file, "taza"), attach(other, null));
        append(post);

        for (var changed :
                List.of(
                        List.of(attach(file, "taza")),
                        List.of(attach(other, null), attach(file, "taza")),
                        List.of(attach(file, "plato"), attach(other, null)),
                        List.of(attach(file, null), attach(other, null)),
                        List.<AttachFile>of())) {
            assertThat(append(with(post, own("x", changed))))
                    .isEqualTo(new AppendOutcome.Conflicting());
        }
        var plain = post(ana, "y");
        append(plain);
        assertThat(append(with(plain, own("y", List.of(attach(file, null))))))
                .isEqualTo(new AppendOutcome.Conflicting());
    }

    /** Or clients that repeat what was posted before there were attachments would be refused. */
    @Test
    void theHashOfAMessageWithoutFilesShouldBeWhatItAlwaysWas() {
        assertThat(
                        chats.rows(
                                "SELECT content_hash('a', 1, 2, '{}', NULL) = md5(concat_ws(E'\\x1f', 'a', 'r1', 't2', '{}'))::uuid AS same FROM chats WHERE chat_id = $1",
                                chat))
                .containsExactly(Map.of("same", true));
    }

    @Test
    void aForwardShouldHaveCopiesOfFilesThatAreNotTheSenders() {
        var copied =
                new Attachment(
                        UUID.randomUUID(),
                        "video",
                        "v.mp4",
                        "video/mp4",
                        5,
                        4,
                        3,
                        2L,
                        "#010203",
                        "playa");
        var original =
                new MessageView.Forwarded(new ChatId(UUID.randomUUID()), 7, new UserId(bruno), AT);
        var content =
                new Content("", null, null, Mentions.in(""), original, List.of(), List.of(copied));
        var message = posted(append(post(ana, content)));

        assertThat(message.attachments()).containsExactly(copied);
        assertThat(entry(1).path("attachments").path(0).path("durationMs").asLong()).isEqualTo(2);
    }

    @Test
    void aDeletedMessageShouldHaveNoFilesAnyMore() {
        append(post(ana, "x", attach(files.image(ana), "taza")));
        change("delete_message($1, 1, '%s', now(), null)");

        assertThat(entry(1).has("attachments")).isFalse();
        assertThat(
                        chats.rows(
                                "SELECT seq FROM messages WHERE chat_id = $1 AND attachments IS NULL",
                                chat))
                .hasSize(1);
    }

    private void change(String call) {
        chats.run("SELECT * FROM " + call.formatted(ana), chat);
    }

    private AppendOutcome append(Post post) {
        return log.append(List.of(post), AT).block(PATIENCE).getFirst();
    }

    private static Message posted(AppendOutcome outcome) {
        return ((AppendOutcome.Posted) outcome).message();
    }

    private static AttachFile attach(UUID file, @Nullable String alt) {
        return new AttachFile(file, alt);
    }

    private Post post(UUID sender, String text, AttachFile... attached) {
        return post(sender, own(text, Arrays.asList(attached)));
    }

    private static Content own(String text, List<AttachFile> attached) {
        return new Content(text, null, null, Mentions.in(text), null, attached, List.of());
    }

    private Post post(UUID sender, Content content) {
        return new Post(
                new MessageId(UUID.randomUUID()),
                new ChatId(chat),
                new UserId(sender),
                UUID.randomUUID(),
                content,
                null);
    }

    private static Post with(Post post, Content content) {
        return new Post(
                post.id(), post.chatId(), post.senderId(), post.clientMessageId(), content, null);
    }

    private JsonNode entry(long seq) {
        return json("SELECT entry::text AS json FROM log WHERE chat_id = $1 AND seq = " + seq);
    }

    private JsonNode json(String sql) {
        return JsonMapper.shared().readTree((String) chats.rows(sql, chat).getFirst().get("json"));
    }

    private long count(String table) {
        var rows = chats.rows("SELECT count(*) AS n FROM " + table + " WHERE chat_id = $1", chat);
        return (Long) rows.getFirst().get("n");
    }
}
