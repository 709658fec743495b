package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.message.ChatRows;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages are found by what they say in other languages, for as long as they say it. */
class SearchTranslationsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final String MEETING = "The meeting is postponed";

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private SearchSteps steps;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        steps = new SearchSteps(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana, bruno);
        chats.say(chat, ana, MEETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reunión",
                "reuniones aplaza",
                "\"la reunión se\"",
                "Besprechung",
                "\"ist verschoben\"",
                "meeting reunión"
            })
    void aMessageShouldBeFoundInEachOfItsLanguages(String query) {
        steps.index();
        keep(1, 1, "es", "La reunión se aplaza");
        keep(1, 1, "de", "Die Besprechung ist verschoben");
        steps.follow(chat);

        assertThat(steps.find(bruno, query)).containsExactly(MEETING);
        assertThat(steps.find(bruno, query + " has:thread")).isEmpty();
        assertThat(steps.find(bruno, query + " -verschoben")).isEmpty();
    }

    @Test
    void noPhraseShouldReachFromOneLanguageToAnother() {
        keep(1, 1, "de", "Die Besprechung ist verschoben");
        keep(1, 1, "es", "La reunión se aplaza");
        steps.index();

        assertThat(steps.find(ana, "verschoben la")).containsExactly(MEETING);
        assertThat(steps.find(ana, "\"verschoben la\"")).isEmpty();
        assertThat(steps.find(ana, "\"postponed die\"")).isEmpty();
    }

    @Test
    void whoIsNotAMemberShouldFindNothing() {
        keep(1, 1, "es", "La reunión se aplaza");
        steps.index();

        assertThat(steps.find(UUID.randomUUID(), "reunión")).isEmpty();
        assertThat(steps.find(UUID.randomUUID(), "reunión in:" + chat)).isEmpty();
    }

    @Test
    void anEditShouldTakeTheTranslationsAwayUntilThereAreNewOnes() {
        keep(1, 1, "es", "La reunión se aplaza");
        steps.index();
        edit(1, 1, "The concert is cancelled");

        assertThat(steps.find(ana, "reunión")).isEmpty();
        steps.index();
        assertThat(steps.find(ana, "reunión")).isEmpty();
        assertThat(steps.find(ana, "concierto")).isEmpty();
        assertThat(translations()).isEmpty();

        keep(1, 2, "es", "El concierto se cancela");
        steps.index();
        assertThat(steps.find(ana, "concierto")).containsExactly("The concert is cancelled");
        assertThat(steps.find(ana, "reunión")).isEmpty();
    }

    @Test
    void aDeletedMessageShouldNotBeFoundByItsTranslations() {
        keep(1, 1, "es", "La reunión se aplaza");
        steps.index();
        delete(1);

        assertThat(steps.find(ana, "reunión")).isEmpty();
        steps.index();
        keep(1, 1, "de", "Die Besprechung ist verschoben");
        steps.index();
        assertThat(translations()).isEmpty();
        assertThat(index()).isEmpty();
    }

    @Test
    void aDeletedMessageShouldNotComeBackByATranslationThatWaits() {
        steps.index();
        keep(1, 1, "es", "La reunión se aplaza");
        delete(1);
        steps.index();

        assertThat(index()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void theIndexOfAClosedChatShouldHaveNoTranslations() {
        steps.index();
        var own = index();
        keep(1, 1, "es", "La reunión se aplaza");
        steps.index();
        assertThat(index()).isNotEqualTo(own);
        chats.run("SELECT close_chat($1)::text", chat);
        steps.index();

        assertThat(index()).isEqualTo(own);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatChangesBesideTheTextShouldLeaveTheTranslations() {
        keep(1, 1, "es", "La reunión se aplaza");
        steps.index();
        chats.run("SELECT set_pin($1, 1, '%s', true, 100, now(), NULL)".formatted(ana), chat);
        steps.index();

        assertThat(steps.find(ana, "reunión is:pinned")).containsExactly(MEETING);
    }

    @Test
    void whatNobodyIndexedAtOnceShouldBeCaughtUpWith() {
        for (int i = 0; i < SearchIndex.BATCH + 100; i++) {
            chats.say(chat, ana, "said " + i);
        }
        steps.index();
        chats.run(
                "SELECT keep_translation($1, m.seq, 1, 'es', 'dicho ' || m.text, now(), 10) FROM messages m WHERE m.chat_id = $1",
                chat);
        assertThat(waiting()).isGreaterThan(SearchIndex.BATCH);
        steps.index();

        assertThat(waiting()).isZero();
        assertThat(steps.hits(ana, "dicho", SearchWindow.NEWEST, 2_000, 100).hits())
                .hasSize(SearchIndex.BATCH + 101);
    }

    @Test
    void hugeTranslationsShouldNotKeepAMessageFromBeingFound() {
        for (int language = 0; language < 10; language++) {
            var first = 0x4e00 + language * 1_000;
            var text = new StringBuilder("traducido" + language + " ");
            // Each pair of neighbours is a word of its own.
            for (int i = 0; i < 7_900; i++) {
                text.appendCodePoint(first + i);
            }
            keep(1, 1, "l" + language, text.toString());
        }
        steps.index();

        assertThat(steps.find(ana, "meeting")).containsExactly(MEETING);
        assertThat(steps.find(ana, "traducido0")).containsExactly(MEETING);
    }

    @Test
    void anIndexFromScratchShouldBeTheSame() {
        chats.say(chat, bruno, "Say it again");
        steps.index();
        keep(2, 1, "es", "Dilo otra vez");
        steps.index();
        keep(1, 1, "es", "La reunión se aplaza");
        keep(1, 1, "de", "Die Besprechung ist verschoben");
        edit(2, 1, "Do not", bruno);
        keep(2, 2, "es", "No lo hagas");
        steps.index();

        var followed = index();
        rebuild();
        assertThat(index()).isEqualTo(followed);
    }

    @Test
    void theTranslationThatFitsBestShouldBeTold() {
        chats.say(chat, bruno, "Say it again");
        keep(1, 1, "de", "Die Besprechung ist verschoben");
        keep(1, 1, "es", "La reunión se aplaza");
        keep(2, 1, "es", "Dilo otra vez");

        assertThat(told("reunión", 1, 2)).containsExactly("1 es", "2 es");
        assertThat(told("besprechung", 2, 1)).containsExactly("2 es", "1 de");
        assertThat(told("meeting", 1)).isEmpty();
    }

    @Test
    void whatIsFoundByItsOwnTextShouldNotBeMadeToPayForItsTranslations() {
        var languages = 5;
        for (int seq = 1; seq <= 3; seq++) {
            chats.say(chat, ana, MEETING);
        }
        for (int language = 0; language < languages; language++) {
            keep(1, 1, "l" + language, "La reunión se aplaza");
        }
        keep(2, 1, "es", "La reunión se aplaza");

        assertThat(textsRead("meeting", 3, 4)).isZero();
        assertThat(textsRead("meeting", 1, 3)).isEqualTo(1);
        assertThat(textsRead("reunión", 2, 3)).isEqualTo(1);
        assertThat(textsRead("reunión", 1, 3)).isEqualTo(1 + languages);
    }

    @Test
    void whatAPageComparesShouldBeBounded() {
        var pages = 8;
        for (int seq = 1; seq <= pages; seq++) {
            chats.say(chat, ana, MEETING);
            keep(seq, 1, "de", "besprechung " + "lang ".repeat(1_500));
            keep(seq, 1, "es", "reunión " + "largo ".repeat(1_200));
        }

        var seqs = IntStream.rangeClosed(1, pages).toArray();
        // Six of them and a half are within 100,000 characters.
        assertThat(textsRead("reunión", seqs)).isEqualTo(pages + 13);
        assertThat(told("reunión", seqs))
                .hasSize(pages)
                .startsWith("1 es", "2 es")
                .endsWith("8 de");
    }

    /** By which translations these are found. */
    private List<String> told(String query, int... seqs) {
        return steps.translations(steps.plan(ana, query), chat, seqs).block(PATIENCE);
    }

    /** How many texts are made words of, to tell by which translation these are found. */
    private long textsRead(String query, int... seqs) {
        var plan = steps.plan(ana, query);
        return count("SELECT count(set_config('track_functions', 'all', true))")
                .then(calls())
                .flatMap(
                        before ->
                                steps.translations(plan, chat, seqs)
                                        .then(calls())
                                        .map(after -> after - before))
                .as(postgres.transactions()::transactional)
                .block(PATIENCE);
    }

    private Mono<Long> calls() {
        return count(
                "SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_xact_user_functions WHERE funcname = 'search_words'");
    }

    private Mono<Long> count(String sql) {
        return postgres.databaseClient().sql(sql).mapValue(Long.class).one();
    }

    @RepeatedTest(10)
    void nothingShouldBeLostWhenAllHappensAtOnce() {
        var tasks = new ArrayList<String>();
        for (int seq = 1; seq <= 30; seq++) {
            if (seq > 1) {
                chats.say(chat, ana, "first " + seq);
            }
            for (int version = 1; version <= 3; version++) {
                for (var language : List.of("es", "de")) {
                    tasks.add(
                            keeping(
                                    seq,
                                    version,
                                    language,
                                    "trans%d%s".formatted(version, language)));
                }
            }
            tasks.add(editing(seq, 1, "second " + seq, ana));
            tasks.add(editing(seq, 2, "third " + seq, ana));
            tasks.add("SELECT index_messages($1, 20)");
            tasks.add("SELECT index_messages($1, 500)");
        }
        for (int seq = 25; seq <= 30; seq++) {
            tasks.add(deleting(seq));
        }
        Collections.shuffle(tasks, new Random());
        Flux.fromIterable(tasks).flatMap(this::execute, 8).blockLast(PATIENCE);
        steps.index();

        assertThat(
                        chats.rows(
                                "SELECT FROM message_translations t JOIN messages m USING (chat_id, seq) WHERE t.chat_id = $1 AND (t.version <> m.version OR m.deleted_at IS NOT NULL)",
                                chat))
                .isEmpty();
        assertThat(waiting()).isZero();
        var followed = index();
        assertThat(followed).hasSize(24);
        rebuild();
        assertThat(index()).isEqualTo(followed);
    }

    private Mono<Void> execute(String sql) {
        return postgres.databaseClient().sql(sql).bind(0, chat).then();
    }

    private void keep(int seq, int version, String language, String text) {
        chats.run(keeping(seq, version, language, text), chat);
    }

    private static String keeping(int seq, int version, String language, String text) {
        return "SELECT keep_translation($1, %d, %d, '%s', '%s', '%s', 10)"
                .formatted(seq, version, language, text, NOW);
    }

    private void edit(int seq, int version, String text) {
        edit(seq, version, text, ana);
    }

    private void edit(int seq, int version, String text, UUID by) {
        chats.run(editing(seq, version, text, by), chat);
    }

    private static String editing(int seq, int version, String text, UUID by) {
        return "SELECT edit_message($1, %d, '%s', %d, '%s', '', false, false, '{}', now(), NULL)"
                .formatted(seq, by, version, text);
    }

    private void delete(int seq) {
        chats.run(deleting(seq), chat);
    }

    private String deleting(int seq) {
        return "SELECT delete_message($1, %d, '%s', now(), NULL)".formatted(seq, ana);
    }

    private void rebuild() {
        for (var table :
                List.of("message_search", "message_search_blocks", "message_search_chats")) {
            chats.run("DELETE FROM %s WHERE chat_id = $1".formatted(table), chat);
        }
        steps.index();
    }

    private List<?> index() {
        return chats.rows(
                "SELECT seq, version, words::text AS words FROM message_search WHERE chat_id = $1 ORDER BY seq",
                chat);
    }

    private List<?> translations() {
        return chats.rows("SELECT * FROM message_translations WHERE chat_id = $1", chat);
    }

    private int waiting() {
        return chats.rows("SELECT id FROM messages_to_index WHERE chat_id = $1", chat).size();
    }
}
