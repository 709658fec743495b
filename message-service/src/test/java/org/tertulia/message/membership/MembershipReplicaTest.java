package org.tertulia.message.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MemberRoleSet;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.message.ChatRows;
import org.tertulia.message.TestChat;
import org.tertulia.message.Traces;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.outbox.OutboxSignal;
import org.tertulia.test.PostgresExtension;
import tools.jackson.databind.json.JsonMapper;

class MembershipReplicaTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventCodec codec = new EventCodec(JsonMapper.builder().build());
    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID carla = UUID.randomUUID();
    private final TestChat chat = TestChat.untold(ana);
    private MembershipReplica replica;
    private ChatRows rows;

    @BeforeEach
    void begin() {
        rows = new ChatRows(postgres.databaseClient());
        replica =
                new MembershipReplica(
                        new MembershipRepository(postgres.databaseClient()),
                        new LogEntries(codec, Traces.none()),
                        postgres.transactions(),
                        new OutboxSignal());
    }

    @Test
    void aNewChatShouldHaveItsMembersAndOneEntry() {
        apply(chat.creation(ana, bruno));

        assertThat(members()).containsOnly(Map.entry(ana, "owner"), Map.entry(bruno, "member"));
        assertThat(entries()).hasSize(1);
        assertThat(count("outbox WHERE record_key = $1::text")).isEqualTo(1);
    }

    @Test
    void everyEventShouldBecomeOneEntryInOrder() {
        applyAll();

        assertThat(entries().stream().map(LogEntry::seq))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(entries().stream().<Class<?>>map(Object::getClass))
                .containsExactly(
                        ChatOpened.class,
                        MemberJoined.class,
                        MemberRoleSet.class,
                        ChatRevised.class,
                        ChatRevised.class,
                        EmojiDefined.class,
                        EmojiDefined.class,
                        EmojiDropped.class,
                        MessagePosted.class,
                        MemberLeft.class);
    }

    @Test
    void anEventThatComesAgainShouldChangeNothing() {
        var created = chat.creation(ana, bruno);
        var added = chat.addition(carla);
        apply(created);
        apply(added);
        apply(created);
        apply(added);

        assertThat(entries()).hasSize(2);
        assertThat(members()).hasSize(3);
        assertThat(memberCount()).isEqualTo(3);
    }

    @Test
    void theTablesShouldEqualTheReplayedLog() {
        applyAll();

        var replayed = new Replayed();
        entries().forEach(replayed::apply);
        assertThat(members()).isEqualTo(replayed.members);
        assertThat(memberCount()).isEqualTo(replayed.members.size());
        var row = rows.rows("SELECT * FROM chats WHERE chat_id = $1", chat.id()).getFirst();
        assertThat(row.get("title")).isEqualTo(replayed.title);
        assertThat(row.get("picture_id")).isEqualTo(replayed.picture).isNotNull();
        assertThat(emoji()).isEqualTo(replayed.emoji).isNotEmpty();
        assertThat(row.get("deleted")).isEqualTo(replayed.closed);
        assertThat(row.get("last_seq")).isEqualTo(replayed.lastSeq);
        var texts = rows.rows("SELECT seq, text FROM messages WHERE chat_id = $1", chat.id());
        assertThat(texts).hasSize(replayed.texts.size());
        assertThat(texts)
                .allSatisfy(
                        r -> assertThat(replayed.texts.get(r.get("seq"))).isEqualTo(r.get("text")));
    }

    @Test
    void aDeletedChatShouldHaveNoMembers() {
        apply(chat.creation(ana, bruno));
        apply(chat.deletion());

        assertThat(members()).isEmpty();
        assertThat(entries().getLast()).isInstanceOf(ChatClosed.class);
    }

    @Test
    void whatWasSaidBeforeSomebodyJoinedShouldCountAsRead() {
        apply(chat.creation(ana, bruno));
        rows.say(chat.id(), ana, "before");
        apply(chat.addition(carla));

        assertThat(
                        rows.rows(
                                "SELECT since_seq, read_seq FROM memberships WHERE chat_id = $1 AND since_seq > 1",
                                chat.id()))
                .containsExactly(Map.of("since_seq", 3L, "read_seq", 3L));
    }

    @Test
    void whetherThereAreReceiptsShouldFollowTheEventsThatSaySo() {
        apply(chat.creation(ana, bruno));
        assertThat(receipts()).containsEntry("allowed", true);
        apply(chat.revision(false));
        assertThat(receipts()).containsEntry("allowed", false);
        apply(chat.renaming("Otra"));
        assertThat(receipts()).containsEntry("allowed", false);
        apply(chat.revision(true));
        assertThat(receipts()).containsEntry("allowed", true);
        assertThat(entries())
                .filteredOn(ChatRevised.class::isInstance)
                .extracting(entry -> ((ChatRevised) entry).receipts())
                .containsExactly(false, null, true);
    }

    private Map<String, Object> receipts() {
        return rows.rows(
                        "SELECT allows_receipts(kind, receipts) AS allowed FROM chats WHERE chat_id = $1",
                        chat.id())
                .getFirst();
    }

    @Test
    void thePictureShouldBeWhatTheLastEventSays() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        apply(chat.creation(ana, bruno));
        assertThat(picture()).isNull();
        apply(chat.picturing(first));
        assertThat(picture()).isEqualTo(first);
        apply(chat.renaming("Otra"));
        assertThat(picture()).isEqualTo(first);
        apply(chat.picturing(second));
        assertThat(picture()).isEqualTo(second);
        apply(chat.picturing(null));
        assertThat(picture()).isNull();
        assertThat(entries())
                .filteredOn(ChatRevised.class::isInstance)
                .extracting(entry -> ((ChatRevised) entry).pictureId())
                .containsExactly(first, first, second, null);
        assertThat(entries())
                .filteredOn(ChatRevised.class::isInstance)
                .extracting(entry -> ((ChatRevised) entry).kind())
                .containsOnly(ChatKind.GROUP);
    }

    @Test
    void theEmojiOfAChatShouldBeThoseThatWereDefinedAndNotDropped() {
        apply(chat.creation(ana, bruno));
        var defined = chat.definition("cafe");
        apply(defined);
        apply(chat.definition("te-verde"));
        apply(chat.definition("cafe"));
        assertThat(emoji()).containsExactly("cafe", "te-verde");
        var dropped = chat.dropping("cafe");
        apply(dropped);
        apply(defined);
        assertThat(emoji()).containsExactly("te-verde");
        apply(chat.definition("cafe"));
        apply(dropped);
        assertThat(emoji()).containsExactly("cafe", "te-verde");

        assertThat(entries()).hasSize(6);
        var entry = (EmojiDefined) entries().get(1);
        assertThat(entry)
                .isEqualTo(
                        new EmojiDefined(
                                chat.id(), 2, "cafe", defined.mediaId(), ana, defined.at()));
        assertThat(entries().get(4))
                .isEqualTo(new EmojiDropped(chat.id(), 5, "cafe", ana, dropped.at()));
    }

    @Test
    void aDeletedChatShouldHaveNoTranslationsAndLeaveThoseOfOthersAlone() {
        apply(chat.creation(ana));
        rows.say(chat.id(), ana, "hello");
        var other = rows.group(ana);
        rows.say(other, ana, "hello");
        for (var said : java.util.List.of(chat.id(), other)) {
            rows.run(
                    "SELECT keep_translation(m.chat_id, m.seq, 1, 'es', 'hola', now(), 10) FROM messages m WHERE m.chat_id = $1",
                    said);
        }
        rows.run("DELETE FROM messages_to_index WHERE chat_id = $1", chat.id());
        assertThat(count("message_translations WHERE chat_id = $1")).isEqualTo(1);

        apply(chat.deletion());

        assertThat(count("message_translations WHERE chat_id = $1")).isZero();
        assertThat(count("messages_to_index WHERE chat_id = $1")).isEqualTo(1);
        assertThat(rows.rows("SELECT FROM message_translations WHERE chat_id = $1", other))
                .hasSize(1);
    }

    @Test
    void aDeletedChatShouldHaveNoEmojiAndLeaveThoseOfOthersAlone() {
        var other = TestChat.untold(ana);
        apply(other.creation(ana));
        apply(other.definition("cafe"));
        apply(chat.creation(ana, bruno));
        apply(chat.definition("cafe"));
        apply(chat.deletion());

        assertThat(emoji()).isEmpty();
        assertThat(rows.rows("SELECT name FROM chat_emoji WHERE chat_id = $1", other.id()))
                .hasSize(1);
    }

    @Test
    void anEventOfAnUnknownChatShouldFail() {
        chat.creation(ana);
        assertThatThrownBy(() -> apply(chat.addition(bruno)))
                .isInstanceOf(MembershipReplica.ChatNotOpened.class);
    }

    private void applyAll() {
        apply(chat.creation(ana, bruno));
        apply(chat.addition(carla));
        apply(chat.promotion(carla));
        apply(chat.renaming("Otra tertulia"));
        apply(chat.picturing(UUID.randomUUID()));
        apply(chat.definition("cafe"));
        apply(chat.definition("te"));
        apply(chat.dropping("cafe"));
        rows.say(chat.id(), carla, "hola");
        apply(chat.removal(bruno));
    }

    private void apply(ChatEvent event) {
        replica.apply(event).block(PATIENCE);
    }

    private java.util.List<LogEntry> entries() {
        return rows
                .rows(
                        "SELECT entry::text AS entry FROM log WHERE chat_id = $1 ORDER BY seq",
                        chat.id())
                .stream()
                .map(
                        row ->
                                codec.decode(
                                        row.get("entry")
                                                .toString()
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        LogEntry.class))
                .toList();
    }

    private Map<UUID, String> members() {
        var found = new TreeMap<UUID, String>();
        rows.rows("SELECT user_id, role FROM memberships WHERE chat_id = $1", chat.id())
                .forEach(row -> found.put((UUID) row.get("user_id"), (String) row.get("role")));
        return found;
    }

    private @Nullable Object picture() {
        return rows.rows("SELECT picture_id FROM chats WHERE chat_id = $1", chat.id())
                .getFirst()
                .get("picture_id");
    }

    private TreeSet<String> emoji() {
        var names = new TreeSet<String>();
        rows.rows("SELECT name FROM chat_emoji WHERE chat_id = $1", chat.id())
                .forEach(row -> names.add((String) row.get("name")));
        return names;
    }

    private int memberCount() {
        return (Integer)
                rows.rows("SELECT member_count FROM chats WHERE chat_id = $1", chat.id())
                        .getFirst()
                        .get("member_count");
    }

    private long count(String from) {
        return (Long) rows.rows("SELECT count(*) AS n FROM " + from, chat.id()).getFirst().get("n");
    }

    /** What a client that has nothing but the log knows. */
    private static final class Replayed {
        private final Map<UUID, String> members = new TreeMap<>();
        private final Map<Object, String> texts = new TreeMap<>();
        private final TreeSet<String> emoji = new TreeSet<>();
        private String title = "";
        private @Nullable UUID picture;
        private boolean closed;
        private long lastSeq;

        private void apply(LogEntry entry) {
            assertThat(entry.seq()).isEqualTo(++lastSeq);
            switch (entry) {
                case ChatOpened e -> {
                    e.members()
                            .forEach(
                                    m ->
                                            members.put(
                                                    m,
                                                    m.equals(e.createdBy()) ? "owner" : "member"));
                    title = String.valueOf(e.title());
                }
                case MemberJoined e ->
                        members.put(e.userId(), e.role().name().toLowerCase(java.util.Locale.ROOT));
                case MemberLeft e -> members.remove(e.userId());
                case MemberRoleSet e ->
                        members.put(e.userId(), e.role().name().toLowerCase(java.util.Locale.ROOT));
                case ChatRevised e -> {
                    title = String.valueOf(e.title());
                    picture = e.pictureId();
                }
                case EmojiDefined e -> emoji.add(e.name());
                case EmojiDropped e -> emoji.remove(e.name());
                case MessagePosted e -> texts.put(e.seq(), e.text());
                case ChatClosed _ -> closed = true;
                default -> throw new AssertionError("not about members: " + entry);
            }
        }
    }
}
