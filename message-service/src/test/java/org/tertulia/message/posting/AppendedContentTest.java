package org.tertulia.message.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What messages are besides their text: answers, threads, mentions, forwards. */
class AppendedContentTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.120Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID carla = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private MessageLogRepository log;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        log =
                new MessageLogRepository(
                        postgres.databaseClient(),
                        () -> Set.of(new UserId(bruno), new UserId(ana), new UserId(stranger)));
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana, bruno, carla);
        Map.of(ana, "ana", bruno, "bruno", carla, "carla", stranger, "stranger")
                .forEach(this::named);
    }

    @Test
    void anAnswerShouldNameWhatItAnswers() {
        append(text(ana, "?"));
        var answer = posted(append(answer(bruno, "!", 1L, null)));

        assertThat(answer.replyTo()).isEqualTo(1);
        assertThat(entry(2).path("replyTo").asLong()).isEqualTo(1);
        assertThat(entry(2).has("thread")).isFalse();
    }

    @Test
    void anAnswerToNothingShouldNotBePosted() {
        assertThat(append(answer(ana, "x", 1L, null))).isEqualTo(new AppendOutcome.UnknownReply());
        chats.run("SELECT append_entry($1, 'x', '{\"type\":\"chat.revised\"}', now(), null)", chat);
        assertThat(append(answer(ana, "x", 1L, null))).isEqualTo(new AppendOutcome.UnknownReply());
        assertThat(count("log")).isEqualTo(1);
    }

    @Test
    void aThreadShouldHaveItsMessagesAndNoThreadsWithin() {
        append(text(ana, "root"));
        assertThat(posted(append(answer(bruno, "in it", null, 1L))).thread()).isEqualTo(1);

        assertThat(append(answer(ana, "x", null, 2L))).isEqualTo(new AppendOutcome.UnknownThread());
        assertThat(append(answer(ana, "x", null, 99L)))
                .isEqualTo(new AppendOutcome.UnknownThread());
        assertThat(posted(append(answer(ana, "quoted in it", 2L, 1L))).replyTo()).isEqualTo(2);
    }

    @Test
    void rootsWithinTheSameBatchShouldNotCount() {
        assertThat(
                        log.append(List.of(text(ana, "root"), answer(ana, "x", null, 1L)), AT)
                                .block(PATIENCE)
                                .getLast())
                .isEqualTo(new AppendOutcome.UnknownThread());
    }

    @Test
    void thoseConcernedByAThreadShouldFollowIt() {
        append(text(ana, "root"));
        append(answer(bruno, "for @carla and @stranger", null, 1L));

        assertThat(followers())
                .containsExactlyInAnyOrder(
                        Map.of("user_id", ana, "following", true, "read_seq", 1L),
                        Map.of("user_id", bruno, "following", true, "read_seq", 2L),
                        Map.of("user_id", carla, "following", true, "read_seq", 1L));
    }

    @Test
    void whoHasLeftAThreadShouldComeBackBySpeakingOnly() {
        append(text(ana, "root"));
        append(answer(bruno, "1", null, 1L));
        chats.run("UPDATE thread_followers SET following = false WHERE chat_id = $1", chat);
        append(answer(carla, "@ana @bruno", null, 1L));
        append(answer(bruno, "2", null, 1L));

        assertThat(followers())
                .extracting(row -> Map.of(row.get("user_id"), row.get("following")))
                .containsExactlyInAnyOrder(
                        Map.of(ana, false), Map.of(bruno, true), Map.of(carla, true));
    }

    @Test
    void mentionsShouldBeMembersOnly() {
        var message = posted(append(text(ana, "@bruno @stranger @nobody @ana")));

        assertThat(message.mentions().people()).containsExactlyInAnyOrder(ana, bruno);
        assertThat(message.mentions().everyone()).isFalse();
        assertThat(entry(1).path("mentions").path("people").size()).isEqualTo(2);
        assertThat(chats.rows("SELECT user_id FROM mentions WHERE chat_id = $1", chat))
                .as("nobody calls themselves")
                .containsExactly(Map.of("user_id", bruno));
        assertThat(posted(append(text(ana, "@stranger"))).mentions()).isNull();
    }

    @Test
    void hereShouldCallTheMembersWhoAreOnline() {
        assertThat(posted(append(text(carla, "@here"))).mentions().people())
                .containsExactlyInAnyOrder(ana, bruno);
    }

    @Test
    void everybodyShouldBeCalledInAPublicChatByThoseWhoRunIt() {
        chat = chats.chat("public", ana, bruno);
        chats.run(
                "UPDATE memberships SET role = 'admin' WHERE chat_id = $1 AND user_id = '%s'"
                        .formatted(ana),
                chat);

        assertThat(posted(append(text(bruno, "@all @here @ana"))).mentions())
                .isEqualTo(new MessageView.Mentions(List.of(ana), false));
        assertThat(posted(append(text(bruno, "@all"))).mentions()).isNull();
        assertThat(posted(append(text(ana, "@all"))).mentions())
                .isEqualTo(new MessageView.Mentions(List.of(), true));
    }

    @Test
    void everybodyShouldBeCalledInAGroupByAnyone() {
        assertThat(posted(append(text(carla, "@all"))).mentions().everyone()).isTrue();
    }

    @Test
    void aRepeatAfterAnEditOrADeleteShouldBeTheFirstMessage() {
        var post = answer(ana, "once", null, null);
        var first = posted(append(post));
        chats.run(
                "SELECT * FROM edit_message($1, 1, '%s', 1, 'twice', '', false, false, '{}', now(), null)"
                        .formatted(ana),
                chat);
        assertThat(append(post)).isEqualTo(new AppendOutcome.Repeated(first));
        assertThat(append(same(post, "twice"))).isEqualTo(new AppendOutcome.Conflicting());

        chats.run("SELECT * FROM delete_message($1, 1, '%s', now(), null)".formatted(ana), chat);
        assertThat(append(post)).isEqualTo(new AppendOutcome.Repeated(first));
    }

    @Test
    void theSameTextInAnotherPlaceShouldBeAConflict() {
        append(text(ana, "root"));
        var post = text(bruno, "x");
        append(post);
        var elsewhere =
                new Post(
                        post.id(),
                        post.chatId(),
                        post.senderId(),
                        post.clientMessageId(),
                        content("x", null, 1L, null),
                        null);

        assertThat(append(elsewhere)).isEqualTo(new AppendOutcome.Conflicting());
    }

    @Test
    void aForwardShouldSayWhereItIsFrom() {
        var original =
                new MessageView.Forwarded(
                        new ChatId(UUID.randomUUID()), 7, new UserId(stranger), AT);
        var message = posted(append(post(ana, content("copied", null, null, original))));

        assertThat(message.forwarded()).isEqualTo(original);
        assertThat(entry(1).path("forwarded").path("seq").asLong()).isEqualTo(7);
        assertThat(entry(1).path("forwarded").path("postedAt").asString()).isEqualTo(AT.toString());
    }

    private void named(UUID person, String handle) {
        chats.run(
                "DELETE FROM people WHERE handle = '%s' AND $1 IS NOT NULL".formatted(handle),
                chat);
        chats.run(
                "INSERT INTO people SELECT '%s', 1, '%s', 'N' WHERE $1 IS NOT NULL"
                        .formatted(person, handle),
                chat);
    }

    private AppendOutcome append(Post post) {
        return log.append(List.of(post), AT).block(PATIENCE).getFirst();
    }

    private static Message posted(AppendOutcome outcome) {
        return ((AppendOutcome.Posted) outcome).message();
    }

    private Post text(UUID sender, String text) {
        return answer(sender, text, null, null);
    }

    private Post answer(UUID sender, String text, @Nullable Long replyTo, @Nullable Long thread) {
        return post(sender, content(text, replyTo, thread, null));
    }

    private static Content content(
            String text,
            @Nullable Long replyTo,
            @Nullable Long thread,
            MessageView.@Nullable Forwarded forwarded) {
        return new Content(text, replyTo, thread, Mentions.in(text), forwarded);
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

    private static Post same(Post post, String text) {
        return new Post(
                post.id(),
                post.chatId(),
                post.senderId(),
                post.clientMessageId(),
                Content.of(text),
                null);
    }

    private List<Map<String, Object>> followers() {
        return chats.rows(
                "SELECT user_id, following, read_seq FROM thread_followers WHERE chat_id = $1",
                chat);
    }

    private JsonNode entry(long seq) {
        var row =
                chats.rows(
                        "SELECT entry::text AS entry FROM log WHERE chat_id = $1 AND seq = " + seq,
                        chat);
        return JsonMapper.shared().readTree((String) row.getFirst().get("entry"));
    }

    private long count(String table) {
        var rows = chats.rows("SELECT count(*) AS n FROM " + table + " WHERE chat_id = $1", chat);
        return (Long) rows.getFirst().get("n");
    }
}
