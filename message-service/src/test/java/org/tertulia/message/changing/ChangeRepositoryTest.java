package org.tertulia.message.changing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.message.ChatRows;
import org.tertulia.message.changing.ChangeOutcome.Kind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangeRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.120Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEART = "❤️";

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID carla = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private ChangeRepository changes;
    private ChatRows chats;
    private ChangeRows rows;
    private UUID chat;
    private long message;

    @BeforeEach
    void begin() {
        changes = new ChangeRepository(postgres.databaseClient(), () -> Set.of(new UserId(carla)));
        chats = new ChatRows(postgres.databaseClient());
        rows = new ChangeRows(postgres.databaseClient());
        chat = chats.group(ana, bruno, carla);
        rows.role(chat, bruno, "owner");
        message = rows.post(chat, ana, "hola");
    }

    @Test
    void anEditShouldBeInMessageHistoryLogAndOutbox() {
        assertThat(edit(ana, 1, "adiós")).isEqualTo(new ChangeOutcome(Kind.CHANGED, 2L, 2));

        var entry = entry();
        assertThat(entry.path("type").asString()).isEqualTo("message.edited");
        assertThat(entry.path("message").asLong()).isEqualTo(message);
        assertThat(entry.path("version").asInt()).isEqualTo(2);
        assertThat(entry.path("text").asString()).isEqualTo("adiós");
        assertThat(entry.path("by").asString()).isEqualTo(ana.toString());
        assertThat(Instant.parse(entry.path("at").asString())).isEqualTo(AT);
        assertThat(entry.size()).isEqualTo(8);
        assertThat(rows.outbox(chat).getLast()).isEqualTo(rows.log(chat, 1).getLast());
        assertThat(
                        rows.column(
                                "SELECT event_type FROM outbox WHERE record_key = $1::text ORDER BY id",
                                chat))
                .containsExactly(
                        "org.tertulia.message.posted.v1", "org.tertulia.message.edited.v1");
        assertThat(rows.column("SELECT text FROM messages WHERE chat_id = $1", chat))
                .containsExactly("adiós");
        assertThat(rows.column("SELECT version FROM messages WHERE chat_id = $1", chat))
                .containsExactly(2);
        assertThat(rows.column("SELECT text FROM message_versions WHERE chat_id = $1", chat))
                .containsExactly("hola");
    }

    @Test
    void aRepeatedEditShouldWriteNothing() {
        edit(ana, 1, "adiós");

        assertThat(edit(ana, 1, "adiós")).isEqualTo(new ChangeOutcome(Kind.UNCHANGED, null, 2));
        assertThat(edit(ana, 2, "adiós")).isEqualTo(new ChangeOutcome(Kind.UNCHANGED, null, 2));
        assertThat(lastSeq()).isEqualTo(2);
    }

    @Test
    void theSameTextAsFromTheStartShouldWriteNothing() {
        assertThat(edit(ana, 1, "hola")).isEqualTo(new ChangeOutcome(Kind.UNCHANGED, null, 1));
        assertThat(lastSeq()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, other", "1, hola", "3, other", "4, now", "2147483647, now", "-2147483648, now"})
    void anEditOfAnotherVersionShouldBeRefused(int version, String text) {
        edit(ana, 1, "then");
        edit(ana, 2, "now");

        var expected = version == 3 ? Kind.CHANGED : Kind.OTHER_VERSION;
        assertThat(edit(ana, version, text).kind()).isEqualTo(expected);
        assertThat(lastSeq()).isEqualTo(version == 3 ? 4 : 3);
    }

    @Test
    void onlyTheSenderShouldEdit() {
        assertThat(edit(bruno, 1, "x").kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(edit(carla, 1, "x").kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(edit(stranger, 1, "x").kind()).isEqualTo(Kind.NOT_A_MEMBER);
        rows.leave(chat, ana);
        assertThat(edit(ana, 1, "x").kind()).isEqualTo(Kind.NOT_A_MEMBER);
        assertThat(lastSeq()).isEqualTo(1);
    }

    @Test
    void anEditShouldCallWhomTheNewTextNames() {
        rows.handle(bruno, "bruno" + chat.hashCode());
        rows.handle(carla, "carla" + chat.hashCode());
        var named = "@bruno" + chat.hashCode();
        var first = rows.post(chat, ana, UUID.randomUUID(), named, 0, named.substring(1));
        assertThat(mentioned(first)).containsExactly(bruno);

        apply(
                ana,
                new Change.Edit(new ChatId(chat), first, 1, "@carla" + chat.hashCode() + " @all"));

        assertThat(mentioned(first)).containsExactly(carla);
        assertThat(entry().path("mentions").path("people").toString())
                .isEqualTo("[\"%s\"]".formatted(carla));
        assertThat(entry().path("mentions").path("everyone").asBoolean()).isTrue();
        apply(ana, new Change.Edit(new ChatId(chat), first, 2, "@here"));
        assertThat(mentioned(first)).containsExactly(carla);
        apply(ana, new Change.Edit(new ChatId(chat), first, 3, "nobody"));
        assertThat(mentioned(first)).isEmpty();
        assertThat(entry().has("mentions")).isFalse();
    }

    @Test
    void whoIsCalledInAThreadByAnEditShouldFollowIt() {
        rows.handle(carla, "c" + chat.hashCode());
        var reply = rows.post(chat, bruno, UUID.randomUUID(), "sí", message, "");
        assertThat(followers()).containsExactlyInAnyOrder(ana, bruno);

        apply(bruno, new Change.Edit(new ChatId(chat), reply, 1, "sí, @c" + chat.hashCode()));

        assertThat(followers()).containsExactlyInAnyOrder(ana, bruno, carla);
        assertThat(
                        rows.column(
                                "SELECT read_seq FROM thread_followers WHERE chat_id = $1 AND user_id = '%s'"
                                        .formatted(carla),
                                chat))
                .containsExactly(reply - 1);
    }

    @Test
    void aRepeatedPostShouldBeKnownAfterAnEditAndADelete() {
        var id = UUID.randomUUID();
        var seq = rows.post(chat, ana, id, "first", 0, "");
        apply(ana, new Change.Edit(new ChatId(chat), seq, 1, "second"));

        assertThat(rows.posted(chat, ana, id, "first", 0, ""))
                .containsEntry("outcome", "repeated")
                .containsEntry("seq", seq);
        assertThat(rows.posted(chat, ana, id, "second", 0, ""))
                .containsEntry("outcome", "conflict");
        apply(ana, new Change.Delete(new ChatId(chat), seq));
        assertThat(rows.posted(chat, ana, id, "first", 0, ""))
                .containsEntry("outcome", "repeated")
                .containsEntry("seq", seq);
    }

    @Test
    void aDeletedMessageShouldLeaveTombstonesAndNothingElse() {
        edit(ana, 1, "adiós");
        edit(ana, 2, "hasta luego");
        react(carla, HEART, true);
        pin(carla, true);

        assertThat(delete(ana)).isEqualTo(new ChangeOutcome(Kind.CHANGED, 6L, null));

        var log = rows.log(chat, 0).stream().map(JSON::readTree).toList();
        assertThat(log.subList(0, 3))
                .allSatisfy(
                        entry -> {
                            assertThat(entry.path("text").asString()).isEmpty();
                            assertThat(Instant.parse(entry.path("deletedAt").asString()))
                                    .isEqualTo(AT);
                        });
        assertThat(log.stream().map(entry -> entry.path("type").asString()))
                .containsExactly(
                        "message.posted",
                        "message.edited",
                        "message.edited",
                        "reaction.added",
                        "message.pinned",
                        "message.deleted");
        assertThat(entry().path("by").asString()).isEqualTo(ana.toString());
        assertThat(entry().size()).isEqualTo(6);
        var row = rows.rows("SELECT * FROM messages WHERE chat_id = $1", chat).getFirst();
        assertThat(row).containsEntry("text", "").containsEntry("version", 3);
        assertThat(row.get("deleted_at")).isNotNull();
        assertThat(row.get("pinned_at")).isNull();
        assertThat(row.get("content_hash")).isNull();
        assertThat(rows.rows("SELECT 1 FROM message_versions WHERE chat_id = $1", chat)).isEmpty();
        assertThat(rows.rows("SELECT 1 FROM reactions WHERE chat_id = $1", chat)).isEmpty();
    }

    @Test
    void theDeletionOfAReplyShouldSayInWhichThreadItWas() {
        var reply = rows.post(chat, bruno, UUID.randomUUID(), "sí", message, "");

        apply(bruno, new Change.Delete(new ChatId(chat), reply));

        assertThat(entry().path("thread").asLong()).isEqualTo(message);
    }

    @Test
    void aRepeatedDeleteShouldWriteNothing() {
        delete(ana);

        assertThat(delete(ana)).isEqualTo(new ChangeOutcome(Kind.UNCHANGED, null, null));
        assertThat(delete(bruno)).isEqualTo(new ChangeOutcome(Kind.UNCHANGED, null, null));
        assertThat(lastSeq()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "group, owner, CHANGED",
        "group, admin, CHANGED",
        "group, member, NOT_ALLOWED",
        "public, owner, CHANGED",
        "public, admin, CHANGED",
        "public, member, NOT_ALLOWED",
        "private, owner, NOT_ALLOWED",
        "private, member, NOT_ALLOWED"
    })
    void othersShouldDeleteOnlyWhereTheyRunTheChat(String kind, String role, Kind expected) {
        chat = chats.chat(kind, ana, bruno);
        rows.role(chat, bruno, role);
        message = rows.post(chat, ana, "hola");

        assertThat(delete(bruno).kind()).isEqualTo(expected);
        assertThat(lastSeq()).isEqualTo(expected == Kind.CHANGED ? 2 : 1);
    }

    @Test
    void nothingShouldHappenToADeletedMessage() {
        delete(ana);

        assertThat(edit(ana, 1, "x").kind()).isEqualTo(Kind.GONE);
        assertThat(react(ana, HEART, true).kind()).isEqualTo(Kind.GONE);
        assertThat(react(ana, HEART, false).kind()).isEqualTo(Kind.GONE);
        assertThat(pin(ana, true).kind()).isEqualTo(Kind.GONE);
        assertThat(pin(ana, false).kind()).isEqualTo(Kind.GONE);
        assertThat(lastSeq()).isEqualTo(2);
    }

    @Test
    void aDeleteShouldReadOfALongLogOnlyWhatItRewrites() {
        var reads =
                Mono.usingWhen(
                                Mono.from(postgres.connectionFactory().create()),
                                connection ->
                                        Flux.from(
                                                        connection
                                                                .createStatement(
                                                                        """
                                                                INSERT INTO log SELECT '%s', s, '{}'
                                                                FROM generate_series(1000, 6000) s
                                                                """
                                                                                .formatted(chat))
                                                                .execute())
                                                .flatMap(r -> r.getRowsUpdated())
                                                .then(Mono.from(connection.beginTransaction()))
                                                .thenMany(
                                                        Flux.from(
                                                                connection
                                                                        .createStatement(
                                                                                "SELECT * FROM delete_message('%s', %d, '%s', now(), NULL)"
                                                                                        .formatted(
                                                                                                chat,
                                                                                                message,
                                                                                                ana))
                                                                        .execute()))
                                                .flatMap(
                                                        r ->
                                                                r.map(
                                                                        row ->
                                                                                row.get(
                                                                                        "outcome",
                                                                                        String
                                                                                                .class)))
                                                .doOnNext(
                                                        outcome ->
                                                                assertThat(outcome)
                                                                        .isEqualTo("deleted"))
                                                .thenMany(
                                                        connection
                                                                .createStatement(
                                                                        """
                                                                SELECT sum(seq_tup_read + idx_tup_fetch)::bigint AS n
                                                                FROM pg_stat_xact_user_tables WHERE relname LIKE 'log\\_%'
                                                                """)
                                                                .execute())
                                                .flatMap(
                                                        r -> r.map(row -> row.get("n", Long.class)))
                                                .next()
                                                .flatMap(
                                                        n ->
                                                                Mono.from(
                                                                                connection
                                                                                        .rollbackTransaction())
                                                                        .thenReturn(n)),
                                connection -> connection.close())
                        .block(PATIENCE);

        assertThat(reads).isLessThan(500);
    }

    @Test
    void aReactionShouldBeThereOnceAndBeTakenBackOnce() {
        assertThat(react(carla, HEART, true)).isEqualTo(new ChangeOutcome(Kind.CHANGED, 2L, null));
        assertThat(entry().path("type").asString()).isEqualTo("reaction.added");
        assertThat(entry().path("emoji").asString()).isEqualTo(HEART);
        assertThat(entry().path("userId").asString()).isEqualTo(carla.toString());
        assertThat(entry().size()).isEqualTo(7);
        assertThat(react(carla, HEART, true))
                .isEqualTo(new ChangeOutcome(Kind.UNCHANGED, null, null));
        assertThat(react(bruno, HEART, true).kind()).isEqualTo(Kind.CHANGED);
        assertThat(rows.column("SELECT user_id FROM reactions WHERE chat_id = $1", chat))
                .containsExactlyInAnyOrder(bruno, carla);

        assertThat(react(carla, HEART, false).kind()).isEqualTo(Kind.CHANGED);
        assertThat(entry().path("type").asString()).isEqualTo("reaction.removed");
        assertThat(react(carla, HEART, false).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(rows.column("SELECT user_id FROM reactions WHERE chat_id = $1", chat))
                .containsExactly(bruno);
        assertThat(lastSeq()).isEqualTo(4);
    }

    @Test
    void aMessageShouldHaveABoundedNumberOfDifferentReactions() {
        for (int i = 0; i < ChangeRepository.MAX_REACTIONS; i++) {
            assertThat(react(ana, emoji(i), true).kind()).isEqualTo(Kind.CHANGED);
        }

        assertThat(react(ana, HEART, true).kind()).isEqualTo(Kind.TOO_MANY);
        assertThat(react(bruno, emoji(0), true).kind()).isEqualTo(Kind.CHANGED);
        assertThat(react(ana, emoji(0), true).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(react(ana, emoji(1), false).kind()).isEqualTo(Kind.CHANGED);
        assertThat(react(ana, HEART, true).kind()).isEqualTo(Kind.CHANGED);
    }

    @Test
    void aPinShouldBeThereOnceAndBeTakenAwayOnce() {
        assertThat(pin(carla, true)).isEqualTo(new ChangeOutcome(Kind.CHANGED, 2L, null));
        assertThat(entry().path("type").asString()).isEqualTo("message.pinned");
        assertThat(entry().path("by").asString()).isEqualTo(carla.toString());
        assertThat(pin(bruno, true).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(rows.column("SELECT pinned_by FROM messages WHERE chat_id = $1", chat))
                .containsExactly(carla);

        assertThat(pin(bruno, false).kind()).isEqualTo(Kind.CHANGED);
        assertThat(entry().path("type").asString()).isEqualTo("message.unpinned");
        assertThat(pin(bruno, false).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(lastSeq()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "group, member, CHANGED",
        "private, member, CHANGED",
        "public, owner, CHANGED",
        "public, admin, CHANGED",
        "public, member, NOT_ALLOWED"
    })
    void pinningShouldBeForThoseWhoMay(String kind, String role, Kind expected) {
        chat = chats.chat(kind, ana, bruno);
        rows.role(chat, bruno, role);
        message = rows.post(chat, ana, "hola");

        assertThat(pin(bruno, true).kind()).isEqualTo(expected);
        assertThat(pin(bruno, false).kind()).isEqualTo(expected);
    }

    @Test
    void aChatShouldHaveABoundedNumberOfPins() {
        for (int i = 0; i < ChangeRepository.MAX_PINS; i++) {
            var seq = rows.post(chat, ana, "m" + i);
            assertThat(apply(ana, new Change.Pin(new ChatId(chat), seq, true)).kind())
                    .isEqualTo(Kind.CHANGED);
        }

        assertThat(pin(ana, true).kind()).isEqualTo(Kind.TOO_MANY);
        assertThat(apply(ana, new Change.Pin(new ChatId(chat), 2, true)).kind())
                .isEqualTo(Kind.UNCHANGED);
        assertThat(apply(ana, new Change.Pin(new ChatId(chat), 2, false)).kind())
                .isEqualTo(Kind.CHANGED);
        assertThat(pin(ana, true).kind()).isEqualTo(Kind.CHANGED);
    }

    @Test
    void strangersAndUnknownMessagesShouldBeToldApart() {
        for (var change : changes(chat, message)) {
            assertThat(apply(stranger, change).kind()).isEqualTo(Kind.NOT_A_MEMBER);
        }
        for (var change : changes(chat, 77)) {
            assertThat(apply(ana, change).kind()).isEqualTo(Kind.UNKNOWN_MESSAGE);
        }
        for (var change : changes(UUID.randomUUID(), 1)) {
            assertThat(apply(ana, change).kind()).isEqualTo(Kind.NOT_A_MEMBER);
        }
        chats.run("UPDATE chats SET deleted = true WHERE chat_id = $1", chat);
        for (var change : changes(chat, message)) {
            assertThat(apply(ana, change).kind()).isEqualTo(Kind.NOT_A_MEMBER);
        }
        assertThat(lastSeq()).isEqualTo(1);
    }

    @Test
    void manyAtOnceShouldLeaveNoGapAndOneEntryEach() {
        var people = IntStream.range(0, 12).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
        chat = chats.group(people);
        message = rows.post(chat, people[0], "hola");
        var attempts =
                Flux.range(0, 12 * 5)
                        .map(
                                i ->
                                        order(
                                                people[i % 12],
                                                new Change.React(
                                                        new ChatId(chat),
                                                        message,
                                                        emoji(i % 5),
                                                        true)))
                        .repeat(2);
        var edits =
                Flux.range(1, 20)
                        .map(
                                i ->
                                        order(
                                                people[0],
                                                new Change.Edit(
                                                        new ChatId(chat), message, 1, "t" + i)));

        var outcomes =
                Flux.merge(attempts, edits)
                        .flatMap(
                                order ->
                                        changes.apply(order, AT).subscribeOn(Schedulers.parallel()),
                                10)
                        .collectList()
                        .block(PATIENCE);

        assertThat(outcomes.stream().map(ChangeOutcome::kind).filter(Kind.CHANGED::equals))
                .hasSize(61);
        assertThat(outcomes.stream().map(ChangeOutcome::kind).filter(Kind.UNCHANGED::equals))
                .hasSize(120);
        assertThat(outcomes.stream().map(ChangeOutcome::kind).filter(Kind.OTHER_VERSION::equals))
                .hasSize(19);
        var expected = LongStream.rangeClosed(1, 62).boxed().toList();
        assertThat(rows.column("SELECT seq FROM log WHERE chat_id = $1 ORDER BY seq", chat))
                .isEqualTo(expected);
        assertThat(
                        rows.column(
                                "SELECT (payload->>'seq')::bigint FROM outbox WHERE record_key = $1::text ORDER BY id",
                                chat))
                .isEqualTo(expected);
    }

    private static List<Change> changes(UUID chat, long message) {
        var id = new ChatId(chat);
        return List.of(
                new Change.Edit(id, message, 1, "x"),
                new Change.Delete(id, message),
                new Change.React(id, message, HEART, true),
                new Change.React(id, message, HEART, false),
                new Change.Pin(id, message, true),
                new Change.Pin(id, message, false));
    }

    private static String emoji(int i) {
        return Character.toString(0x1F600 + i);
    }

    private ChangeOutcome edit(UUID by, int version, String text) {
        return apply(by, new Change.Edit(new ChatId(chat), message, version, text));
    }

    private ChangeOutcome delete(UUID by) {
        return apply(by, new Change.Delete(new ChatId(chat), message));
    }

    private ChangeOutcome react(UUID by, String emoji, boolean present) {
        return apply(by, new Change.React(new ChatId(chat), message, emoji, present));
    }

    private ChangeOutcome pin(UUID by, boolean pinned) {
        return apply(by, new Change.Pin(new ChatId(chat), message, pinned));
    }

    private ChangeOutcome apply(UUID by, Change change) {
        return changes.apply(order(by, change), AT).block(PATIENCE);
    }

    private static ChangeOrder order(UUID by, Change change) {
        return new ChangeOrder(change, new UserId(by), null);
    }

    private JsonNode entry() {
        return JSON.readTree(rows.log(chat, 0).getLast());
    }

    private long lastSeq() {
        assertThat(rows.column("SELECT count(*) FROM log WHERE chat_id = $1", chat))
                .isEqualTo(rows.column("SELECT last_seq FROM chats WHERE chat_id = $1", chat));
        return (Long) rows.column("SELECT last_seq FROM chats WHERE chat_id = $1", chat).getFirst();
    }

    private List<Object> mentioned(long seq) {
        return rows.column(
                "SELECT user_id FROM mentions WHERE chat_id = $1 AND seq = " + seq, chat);
    }

    private List<Object> followers() {
        return rows.column("SELECT user_id FROM thread_followers WHERE chat_id = $1", chat);
    }
}
