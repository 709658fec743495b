package org.tertulia.message.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

class MessageLogRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.120Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private MessageLogRepository log;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        log = new MessageLogRepository(postgres.databaseClient(), Set::of);
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana, bruno);
    }

    @Test
    void messagesShouldGetTheNextSeqsInTheOrderOfTheBatch() {
        var other = chats.group(ana);
        var outcomes =
                append(
                        post(chat, ana, "1"),
                        post(other, ana, "2"),
                        post(chat, bruno, "3"),
                        post(chat, ana, "4"));

        assertThat(outcomes.stream().map(o -> posted(o).seq())).containsExactly(1L, 1L, 2L, 3L);
        assertThat(outcomes.stream().map(o -> posted(o).text()))
                .containsExactly("1", "2", "3", "4");
        assertThat(posted(append(post(chat, bruno, "5")).getFirst()).seq()).isEqualTo(4);
    }

    @Test
    void aMessageShouldBeInTableLogAndOutboxAlike() {
        var post = post(chat, ana, "¿Qué \"tal\"?\n👋");
        var message = posted(append(post).getFirst());

        var entry =
                (String) only("SELECT entry::text AS entry FROM log WHERE chat_id = $1", "entry");
        var json = JsonMapper.builder().build().readTree(entry);
        assertThat(json.path("type").asString()).isEqualTo("message.posted");
        assertThat(json.path("chatId").asString()).isEqualTo(chat.toString());
        assertThat(json.path("seq").asLong()).isEqualTo(1);
        assertThat(json.path("messageId").asString()).isEqualTo(message.id().toString());
        assertThat(json.path("senderId").asString()).isEqualTo(ana.toString());
        assertThat(json.path("clientMessageId").asString())
                .isEqualTo(post.clientMessageId().toString());
        assertThat(json.path("text").asString()).isEqualTo("¿Qué \"tal\"?\n👋");
        assertThat(Instant.parse(json.path("postedAt").asString())).isEqualTo(AT);
        assertThat(json.size()).isEqualTo(8);
        assertThat(only("SELECT text FROM messages WHERE chat_id = $1", "text"))
                .isEqualTo(post.content().text());
        var outbox =
                chats.rows("SELECT * FROM outbox WHERE record_key = $1::text", chat).getFirst();
        assertThat(outbox.get("topic")).isEqualTo("message.events.v1");
        assertThat(outbox.get("event_type")).isEqualTo("org.tertulia.message.posted.v1");
        assertThat(
                        only(
                                "SELECT payload::text AS entry FROM outbox WHERE record_key = $1::text",
                                "entry"))
                .isEqualTo(entry);
    }

    @Test
    void aRepeatShouldBeTheFirstMessage() {
        var post = post(chat, ana, "once");
        var first = posted(append(post).getFirst());
        var later =
                new Post(
                        new MessageId(UUID.randomUUID()),
                        post.chatId(),
                        post.senderId(),
                        post.clientMessageId(),
                        Content.of("once"),
                        null);

        assertThat(append(later)).containsExactly(new AppendOutcome.Repeated(first));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void repeatsWithinABatchShouldBeTheFirstOfThem() {
        var post = post(chat, ana, "once");
        var outcomes = append(post, post(chat, ana, "between"), post);

        assertThat(outcomes.get(2)).isEqualTo(new AppendOutcome.Repeated(posted(outcomes.get(0))));
        assertThat(posted(outcomes.get(1)).seq()).isEqualTo(2);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anotherTextUnderTheSameIdShouldBeAConflict() {
        var post = post(chat, ana, "one");
        var other =
                new Post(
                        post.id(),
                        post.chatId(),
                        post.senderId(),
                        post.clientMessageId(),
                        Content.of("two"),
                        null);

        assertThat(append(post, other).getLast()).isEqualTo(new AppendOutcome.Conflicting());
        assertThat(append(other)).containsExactly(new AppendOutcome.Conflicting());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theSameIdOfAnotherSenderOrInAnotherChatShouldBeAnotherMessage() {
        var other = chats.group(ana);
        var post = post(chat, ana, "x");
        var outcomes =
                append(
                        post,
                        new Post(
                                new MessageId(UUID.randomUUID()),
                                post.chatId(),
                                new UserId(bruno),
                                post.clientMessageId(),
                                Content.of("y"),
                                null),
                        new Post(
                                new MessageId(UUID.randomUUID()),
                                new ChatId(other),
                                post.senderId(),
                                post.clientMessageId(),
                                Content.of("z"),
                                null));

        assertThat(outcomes).allMatch(AppendOutcome.Posted.class::isInstance);
    }

    @Test
    void whoIsNotAMemberShouldPostNothing() {
        var stranger = post(chat, UUID.randomUUID(), "x");
        var unknown = post(UUID.randomUUID(), ana, "x");

        assertThat(append(stranger, post(chat, ana, "y"), unknown))
                .satisfiesExactly(
                        o -> assertThat(o).isEqualTo(new AppendOutcome.NotAllowed()),
                        o -> assertThat(posted(o).seq()).isEqualTo(1),
                        o -> assertThat(o).isEqualTo(new AppendOutcome.NotAllowed()));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aDeletedChatShouldTakeNothing() {
        chats.run("UPDATE chats SET deleted = true WHERE chat_id = $1", chat);

        assertThat(append(post(chat, ana, "x"))).containsExactly(new AppendOutcome.Deleted());
        assertThat(count()).isZero();
    }

    @Test
    void manyBatchesAtOnceShouldLeaveNoGapAndKeepTheOrderOfTheOutbox() {
        var other = chats.group(ana, bruno);
        var batches =
                IntStream.range(0, 200)
                        .mapToObj(
                                i ->
                                        IntStream.range(0, 10)
                                                .mapToObj(
                                                        n ->
                                                                post(
                                                                        n % 3 == 0 ? other : chat,
                                                                        n % 2 == 0 ? ana : bruno,
                                                                        i + "." + n))
                                                .toList())
                        .toList();
        Flux.fromIterable(batches)
                .flatMap(batch -> log.append(batch, AT).subscribeOn(Schedulers.parallel()), 8)
                .blockLast(PATIENCE);

        assertThat(seqs("SELECT seq FROM log WHERE chat_id = $1 ORDER BY seq"))
                .isEqualTo(upTo(1200));
        assertThat(seqs("SELECT seq FROM messages WHERE chat_id = $1 ORDER BY seq"))
                .isEqualTo(upTo(1200));
        assertThat(
                        seqs(
                                "SELECT (payload->>'seq')::bigint AS seq FROM outbox WHERE record_key = $1::text ORDER BY id"))
                .isEqualTo(upTo(1200));
    }

    @Test
    void fiftyRepeatsAtOnceShouldBeOneMessage() {
        var post = post(chat, ana, "once");
        var outcomes =
                Flux.range(0, 50)
                        .flatMap(
                                i ->
                                        log.append(List.of(post), AT)
                                                .subscribeOn(Schedulers.parallel()),
                                50)
                        .flatMapIterable(found -> found)
                        .collectList()
                        .block(PATIENCE);

        assertThat(outcomes).filteredOn(AppendOutcome.Posted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AppendOutcome.Repeated.class::isInstance).hasSize(49);
        assertThat(count()).isEqualTo(1);
    }

    private List<AppendOutcome> append(Post... posts) {
        return log.append(List.of(posts), AT).block(PATIENCE);
    }

    private static Post post(UUID chat, UUID sender, String text) {
        return new Post(
                new MessageId(UUID.randomUUID()),
                new ChatId(chat),
                new UserId(sender),
                UUID.randomUUID(),
                Content.of(text),
                null);
    }

    private static Message posted(AppendOutcome outcome) {
        return ((AppendOutcome.Posted) outcome).message();
    }

    private long count() {
        return (Long) only("SELECT count(*) AS n FROM log WHERE chat_id = $1", "n");
    }

    private Object only(String sql, String column) {
        return new ArrayList<>(chats.rows(sql, chat)).getFirst().get(column);
    }

    private List<Long> seqs(String sql) {
        return chats.rows(sql, chat).stream().map(row -> (Long) row.get("seq")).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
