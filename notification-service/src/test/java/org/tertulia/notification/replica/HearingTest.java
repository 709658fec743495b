package org.tertulia.notification.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.notification.words.Lookup;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

/**
 * Random conversations, each twice under the same ids but those of the chats: heard one message after the other by
 * {@code hear_message}, and by the stretch, with breaks after which what was not told comes again.
 */
class HearingTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final List<String> WORDS = List.of("kafka", "café", "guardia", "会議", "hola");
    private static final int CHATS = 3;
    private static final int STRETCHES = 25;
    private static final int KEPT = 6;

    private final DatabaseClient database = postgres.databaseClient();
    private final MessageRepository messages = new MessageRepository(database);
    private final MemberRepository members = new MemberRepository(database);
    private final ChatRepository chats = new ChatRepository(database);
    private final List<UserId> people =
            Stream.generate(UUID::randomUUID).limit(6).map(UserId::new).toList();

    /** Of each chat the one that is heard by the message, and the one that is heard by the stretch. */
    private final List<Pair> pairs =
            Stream.generate(() -> new Pair(chat(), chat())).limit(CHATS).toList();

    private record Pair(ChatId one, ChatId other) {}

    private final long[] logs = new long[CHATS];
    private final Set<Heard> untold = new HashSet<>();
    private Random random = new Random(0);
    private int concerning;

    private static ChatId chat() {
        return new ChatId(UUID.randomUUID());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStretchShouldBeHeardAsOneMessageAfterTheOther(long seed) {
        random = new Random(seed);
        open();
        List<Heard> again = List.of();
        for (var n = 0; n < STRETCHES; n++) {
            var stretch = new ArrayList<>(again);
            if (stretch.isEmpty()) {
                happen();
            }
            said(1 + random.nextInt(8)).forEach(stretch::add);
            again = hear(stretch);
        }
        assertThat(concerning).isPositive();
        for (var pair : pairs) {
            assertThat(state(pair.other())).isEqualTo(state(pair.one()));
        }
    }

    /** What comes again since the telling broke off. */
    private List<Heard> hear(List<Heard> stretch) {
        var expected = IntStream.range(0, stretch.size()).filter(n -> concerns(stretch.get(n)));
        var places = expected.boxed().toList();
        assertThat(messages.hear(stretch, KEPT).block(PATIENCE))
                .containsExactlyInAnyOrderElementsOf(places);
        var told = random.nextInt(3) == 0 ? random.nextInt(places.size() + 1) : places.size();
        places.subList(0, told).forEach(place -> tell(stretch.get(place)));
        return told == places.size()
                ? List.of()
                : stretch.subList(places.get(told), stretch.size());
    }

    /** As heard by the message, where it is told at once. */
    private boolean concerns(Heard message) {
        if (hearOne(of(message, one(message.chat())))) {
            concerning++;
            untold.add(message);
        }
        return untold.contains(message);
    }

    private void tell(Heard message) {
        assertThat(messages.untold(message.chat(), message.seq()).block(PATIENCE)).isNotNull();
        messages.told(message.chat(), message.seq()).block(PATIENCE);
        assertThat(messages.untold(message.chat(), message.seq()).block(PATIENCE)).isNull();
        untold.remove(message);
    }

    private ChatId one(ChatId other) {
        return pairs.stream()
                .filter(it -> it.other().equals(other))
                .map(Pair::one)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it concerns somebody; it is noted then, as when they were told. */
    private boolean hearOne(Heard message) {
        var found =
                bound(
                                "select is_private from hear_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                                message)
                        .bind(6, message.everyone())
                        .bind(7, message.called().stream().map(UserId::value).toArray(UUID[]::new))
                        .bind(8, message.answers().toArray(Long[]::new))
                        .bind(9, message.lookups().toArray(String[]::new))
                        .mapValue(Boolean.class)
                        .one()
                        .hasElement()
                        .block(PATIENCE);
        if (Boolean.TRUE.equals(found)) {
            bound("select note_message($1, $2, $3, $4, $5, $6)", message).then().block(PATIENCE);
        }
        return Boolean.TRUE.equals(found);
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Heard message) {
        var thread = message.thread();
        var call =
                database.sql(sql)
                        .bind(0, message.chat().value())
                        .bind(1, message.seq())
                        .bind(2, message.sender().value())
                        .bind(4, message.at())
                        .bind(5, KEPT);
        return thread == null ? call.bindNull(3, Long.class) : call.bind(3, thread);
    }

    /** The last chat may be private; of the one in the middle the beginning is not known. */
    private void open() {
        open(pairs.getFirst(), "group");
        open(pairs.getLast(), random.nextBoolean() ? "private" : "group");
    }

    private void open(Pair pair, String kind) {
        chats.open(pair.one(), kind, null).block(PATIENCE);
        chats.open(pair.other(), kind, null).block(PATIENCE);
    }

    /** What changes whom a message concerns. */
    private void happen() {
        var pair = pairs.get(random.nextInt(CHATS));
        var person = people.get(random.nextInt(people.size()));
        var present = random.nextInt(3) > 0;
        var kind = random.nextInt(7);
        var word = WORDS.get(random.nextInt(WORDS.size()));
        var chat = pairs.indexOf(pair);
        var gone = logs[chat] - random.nextInt(3);
        for (var side : List.of(pair.one(), pair.other())) {
            switch (kind) {
                case 0, 1, 2 ->
                        members.setPresent(side, List.of(person), present, logs[chat] + 1)
                                .block(PATIENCE);
                case 3 -> level(side, person, present ? "mentions" : "all");
                case 4 -> alert(side, person, "word", word);
                case 5 -> alert(side, person, "quiet", null);
                default -> messages.forget(side, gone).block(PATIENCE);
            }
        }
        if (kind <= 2) {
            logs[chat]++;
        }
    }

    private void level(ChatId chat, UserId person, String level) {
        database.sql(
                        """
                        insert into levels (chat_id, user_id, level) values ($1, $2, $3)
                        on conflict (chat_id, user_id) do update set level = excluded.level
                        """)
                .bind(0, chat.value())
                .bind(1, person.value())
                .bind(2, level)
                .then()
                .block(PATIENCE);
    }

    private void alert(ChatId chat, UserId person, String kind, @Nullable String word) {
        var sql =
                database.sql(
                                """
                                insert into alerts (alert_id, user_id, kind, chat_id, created_at, quiet_for, word, folded, lookup)
                                values (gen_random_uuid(), $1, $2, $3, $4, case when $2 = 'quiet' then 60 end, $5, $5, $6)
                                on conflict do nothing
                                """)
                        .bind(0, person.value())
                        .bind(1, kind)
                        .bind(2, chat.value())
                        .bind(3, NOON);
        var named =
                word == null
                        ? sql.bindNull(4, String.class).bindNull(5, String.class)
                        : sql.bind(4, word).bind(5, Lookup.ofWord(FoldedText.of(word)));
        named.then().block(PATIENCE);
    }

    private Stream<Heard> said(int count) {
        return IntStream.range(0, count).mapToObj(_ -> said());
    }

    private Heard said() {
        var chat = random.nextInt(CHATS);
        logs[chat] += 1 + random.nextInt(2);
        var seq = logs[chat];
        var thread = random.nextInt(6) == 0 ? Math.max(1, seq - random.nextInt(9)) : null;
        var answered = Math.max(1, seq - 1 - random.nextInt(9));
        var answers = random.nextInt(4) == 0 ? Stream.of(answered) : Stream.<Long>empty();
        var called =
                random.nextInt(5) == 0
                        ? Set.of(people.get(random.nextInt(people.size())))
                        : Set.<UserId>of();
        return new Heard(
                pairs.get(chat).other(),
                seq,
                people.get(random.nextInt(people.size())),
                thread,
                NOON.plusSeconds(seq),
                called,
                random.nextInt(25) == 0,
                Stream.concat(answers, Stream.ofNullable(thread)).distinct().toList(),
                FoldedText.of(WORDS.get(random.nextInt(WORDS.size())) + " y " + seq));
    }

    private static Heard of(Heard it, ChatId chat) {
        return new Heard(
                chat,
                it.seq(),
                it.sender(),
                it.thread(),
                it.at(),
                it.called(),
                it.everyone(),
                it.answers(),
                it.text());
    }

    private String state(ChatId chat) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select concat_ws(' | ',
                                    (select concat_ws(' ', kind, handled_seq, spoken_seq, spoken_at) from chats where chat_id = $1),
                                    (select string_agg(concat_ws(' ', seq, user_id, thread), ', ' order by seq)
                                        from authors where chat_id = $1),
                                    (select string_agg(concat_ws(' ', user_id, check_at), ', ' order by user_id, kind, word)
                                        from alerts where chat_id = $1))
                                """)
                        .bind(0, chat.value())
                        .mapValue(String.class)
                        .one()
                        .block(PATIENCE));
    }

    @Test
    void whatWasNeverToldShouldGoWithLaterMessagesOfItsChat() {
        var pair = pairs.getFirst();
        var poison = message(pair.other(), 1, true);
        assertThat(messages.hear(List.of(poison), KEPT).block(PATIENCE)).containsExactly(0);
        assertThat(messages.hear(List.of(poison), KEPT).block(PATIENCE)).containsExactly(0);
        var next = message(pair.other(), 2, false);
        assertThat(messages.hear(List.of(next), KEPT).block(PATIENCE)).isEmpty();
        assertThat(messages.untold(poison.chat(), 1).block(PATIENCE)).isNull();
    }

    private Heard message(ChatId chat, long seq, boolean everyone) {
        return new Heard(
                chat,
                seq,
                people.getFirst(),
                null,
                NOON,
                Set.of(),
                everyone,
                List.of(),
                FoldedText.of("Hola"));
    }
}
