package org.tertulia.message.changing;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.codec.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.message.ChatRows;
import org.tertulia.message.FileRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.test.PostgresExtension;
import tools.jackson.databind.json.JsonMapper;

/** The tables say what the log says, whoever did what, and the rewritten log says what was sent to everybody. */
class ReplayTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-11-02T09:30:00.120Z");
    private static final int STEPS = 250;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] EMOJIS = {"❤️", "👍", "🇪🇸", ":cafe:"};

    private final UUID[] people = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
    private final EventCodec codec = new EventCodec(JSON);
    private ChangeRepository changes;
    private ChangeRows rows;
    private FileRows files;
    private UUID chat;

    @BeforeEach
    void begin() {
        changes =
                new ChangeRepository(
                        postgres.databaseClient(), () -> Set.of(new UserId(people[1])));
        rows = new ChangeRows(postgres.databaseClient());
        files = new FileRows(postgres.databaseClient());
        chat = new ChatRows(postgres.databaseClient()).group(people);
        rows.role(chat, people[0], "owner");
        for (int i = 0; i < people.length; i++) {
            rows.handle(people[i], handle(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTablesShouldEqualTheReplayedLog(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            doSomething(random, START.plusMillis(step));
        }

        var state = replayed(rows.log(chat, 0));
        assertThat(state).isEqualTo(tables());
        assertThat(state).isEqualTo(replayed(rows.outbox(chat)));
        assertThat(state.values().stream().filter(m -> m.deletedAt() != null)).isNotEmpty();
        assertThat(state.values().stream().filter(m -> m.pinnedAt() != null)).isNotEmpty();
        assertThat(state.values().stream().filter(m -> m.attachments().size() == 2)).isNotEmpty();
        assertThat(state.values().stream().filter(m -> m.text().isEmpty() && m.deletedAt() == null))
                .isNotEmpty()
                .allMatch(m -> !m.attachments().isEmpty());
        assertThat(state.values().stream().filter(m -> !m.reactions().isEmpty())).isNotEmpty();
        assertThat(rows.log(chat, 0)).anyMatch(entry -> entry.contains("\":cafe:\""));
        assertThat(state.values().stream().filter(m -> !m.mentions().isEmpty())).isNotEmpty();
        assertThat(state.values().stream().filter(m -> m.version() > 2)).isNotEmpty();
    }

    private void doSomething(Random random, Instant at) {
        if (random.nextInt(20) == 0) {
            rows.own(chat, "cafe", random.nextBoolean());
        }
        var by = people[random.nextInt(people.length)];
        var seqs = rows.column("SELECT seq FROM messages WHERE chat_id = $1", chat);
        if (seqs.isEmpty() || random.nextInt(8) == 0) {
            var handles = random.nextBoolean() ? handle(random.nextInt(people.length)) : "";
            var text = "text @" + handles;
            if (random.nextBoolean()) {
                var caption = handles.isEmpty() ? "" : text;
                rows.post(chat, by, caption, handles, files.image(by), files.image(by));
            } else {
                rows.post(chat, by, UUID.randomUUID(), text, 0, handles);
            }
            return;
        }
        var message = (Long) seqs.get(random.nextInt(seqs.size()));
        var change = change(random, new ChatId(chat), message);
        changes.apply(new ChangeOrder(change, new UserId(by), null), at).block(PATIENCE);
    }

    private Change change(Random random, ChatId id, long message) {
        return switch (random.nextInt(12)) {
            case 0 -> new Change.Delete(id, message);
            case 1 -> new Change.Pin(id, message, random.nextInt(3) > 0);
            case 2, 3, 4, 5, 6, 7 -> new Change.Edit(id, message, version(message), text(random));
            default ->
                    new Change.React(
                            id,
                            message,
                            EMOJIS[random.nextInt(EMOJIS.length)],
                            random.nextInt(3) > 0);
        };
    }

    private int version(long message) {
        return (Integer)
                rows.column(
                                "SELECT version FROM messages WHERE chat_id = $1 AND seq = "
                                        + message,
                                chat)
                        .getFirst();
    }

    private String text(Random random) {
        return switch (random.nextInt(5)) {
            case 4 -> "";
            case 0 -> "@all";
            case 1 -> "@here " + random.nextInt();
            case 2 -> "@%s %d".formatted(handle(random.nextInt(people.length)), random.nextInt());
            default -> "plain " + random.nextInt(3);
        };
    }

    private String handle(int person) {
        return "h" + people[person].toString().replace("-", "");
    }

    private Map<Long, ReplayedChanges.State> replayed(List<String> entries) {
        var replayed = new ReplayedChanges();
        entries.forEach(
                json ->
                        replayed.apply(
                                codec.decode(
                                        json.getBytes(StandardCharsets.UTF_8), LogEntry.class)));
        return replayed.messages();
    }

    private Map<Long, ReplayedChanges.State> tables() {
        var states = new TreeMap<Long, ReplayedChanges.State>();
        rows.rows(
                        """
                        SELECT m.*, ARRAY(
                            SELECT r.emoji || ' ' || r.user_id FROM reactions r
                            WHERE r.chat_id = m.chat_id AND r.seq = m.seq) AS reactions
                        FROM messages m WHERE m.chat_id = $1
                        """,
                        chat)
                .forEach(row -> states.put((Long) row.get("seq"), state(row)));
        return states;
    }

    private static ReplayedChanges.State state(Map<String, Object> row) {
        return new ReplayedChanges.State(
                (String) row.get("text"),
                attachments((Json) row.get("attachments")),
                (Integer) row.get("version"),
                instant(row.get("edited_at")),
                instant(row.get("deleted_at")),
                instant(row.get("pinned_at")),
                (UUID) row.get("pinned_by"),
                Arrays.asList((UUID[]) row.get("mentions")),
                (Boolean) row.get("mentions_everyone"),
                Arrays.stream((String[]) row.get("reactions")).sorted().toList());
    }

    private static List<Attachment> attachments(@Nullable Json stored) {
        return stored == null
                ? List.of()
                : List.of(JSON.readValue(stored.asString(), Attachment[].class));
    }

    private static @Nullable Instant instant(@Nullable Object moment) {
        return moment == null ? null : ((OffsetDateTime) moment).toInstant();
    }
}
