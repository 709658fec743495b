package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.message.ChatRows;
import org.tertulia.message.FileRows;
import org.tertulia.test.PostgresExtension;

class SearchRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private SearchSteps steps;
    private ChatRows chats;

    @BeforeEach
    void begin() {
        steps = new SearchSteps(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
    }

    @Test
    void onlyMembersShouldFindAnything() {
        var both = chats.group(ana, bruno);
        var anas = chats.group(ana);
        said(both, ana, "hola dos");
        said(anas, ana, "hola una");

        assertThat(steps.find(ana, "hola")).containsExactly("hola una", "hola dos");
        assertThat(steps.find(bruno, "hola")).containsExactly("hola dos");
        assertThat(steps.find(bruno, "in:" + anas)).isEmpty();
        assertThat(steps.find(bruno, "hola in:" + anas)).isEmpty();
        assertThat(steps.find(UUID.randomUUID(), "hola")).isEmpty();

        chats.run(
                "DELETE FROM memberships WHERE chat_id = $1 AND user_id = '%s'".formatted(bruno),
                both);
        assertThat(steps.find(bruno, "hola")).isEmpty();
        assertThat(steps.find(bruno, "-x")).isEmpty();
        chats.run("UPDATE chats SET deleted = true WHERE chat_id = $1", both);
        assertThat(steps.find(ana, "hola")).containsExactly("hola una");
    }

    @Test
    void anEditedTextShouldBeFoundInsteadOfTheFirst() {
        var chat = chats.group(ana, bruno);
        said(chat, ana, "primero");
        edit(chat, 1, "segundo");
        assertThat(steps.find(ana, "primero")).isEmpty();
        steps.index();

        assertThat(steps.find(ana, "primero")).isEmpty();
        assertThat(steps.find(ana, "segundo")).containsExactly("segundo");
        assertThat(words(chat)).noneMatch(words -> words.contains("primer"));
    }

    @Test
    void aDeletedTextShouldBeGoneFromTheIndex() {
        var chat = chats.group(ana, bruno);
        said(chat, ana, "secreto");
        chats.run("SELECT delete_message($1, 1, '%s', now(), NULL)".formatted(ana), chat);
        assertThat(steps.find(ana, "secreto")).isEmpty();
        steps.index();

        assertThat(words(chat)).isEmpty();
        assertThat(steps.find(ana, "-x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "has:image, foto|todo",
        "has:video, película",
        "has:audio, nota",
        "has:file, papel|todo",
        "has:image has:file, todo",
        "-has:image -has:file, nada|nota|película",
    })
    void messagesShouldBeFoundByTheKindsOfTheirFiles(String query, String texts) {
        var chat = chats.group(ana);
        said(chat, ana, "nada");
        saidWith(chat, "foto", file("image", "a"));
        saidWith(chat, "película", file("video", "a"));
        saidWith(chat, "nota", file("audio", "a"));
        saidWith(chat, "papel", file("file", "a"));
        saidWith(chat, "todo", file("image", "a"), file("file", "b"), file("image", "c"));

        assertThat(steps.find(ana, query)).containsExactlyInAnyOrder(texts.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "IMG_2041.jpg, true",
        "img, true",
        "2041, true",
        "gatos, true",
        "durmiendo foto, true",
        "'\"gata durmiendo\"', true",
        "'\"sofá acta\"', false",
        "'\"mira img\"', false",
        "acta, true",
        "-gata, false",
        "perro, false",
    })
    void namesAndDescriptionsOfFilesShouldBeSearched(String query, boolean found) {
        var chat = chats.group(ana);
        saidWith(
                chat,
                "Foto: mira",
                file("image", "IMG_2041.jpg")
                        .replace("}", ",\"alt\":\"Una gata durmiendo en el sofá\"}"),
                file("file", "Acta.pdf"));

        assertThat(steps.find(ana, query)).hasSize(found ? 1 : 0);
    }

    @Test
    void filesShouldBeFoundAfterAnEditAndNotAfterADelete() {
        var chat = chats.group(ana);
        saidWith(chat, "uno", file("image", "gata.jpg"));
        edit(chat, 1, "dos");
        steps.index();
        assertThat(steps.find(ana, "gata has:image")).containsExactly("dos");

        chats.run("SELECT delete_message($1, 1, '%s', now(), NULL)".formatted(ana), chat);
        steps.index();
        assertThat(words(chat)).isEmpty();
    }

    private String file(String kind, String name) {
        return "{\"mediaId\":\"%s\"}"
                .formatted(new FileRows(postgres.databaseClient()).file(ana, kind, name));
    }

    private void saidWith(UUID chat, String text, String... files) {
        chats.say(chat, ana, text, "[%s]".formatted(String.join(",", files)));
        steps.index();
    }

    @Test
    void anEntryThatComesAgainShouldChangeNothing() {
        var chat = chats.group(ana);
        said(chat, ana, "uno");
        var before =
                chats.rows("SELECT xmin::text, * FROM message_search WHERE chat_id = $1", chat);
        steps.follow(chat);
        new SearchSteps(postgres.databaseClient()).follow(chat);

        assertThat(chats.rows("SELECT xmin::text, * FROM message_search WHERE chat_id = $1", chat))
                .isEqualTo(before);
    }

    @Test
    void aLongLogShouldBeCaughtUpWith() {
        var chat = chats.group(ana);
        lots(chat, 1_200, "palabra");
        steps.follow(chat);
        assertThat(words(chat)).hasSize(SearchIndex.BATCH);
        steps.index();

        assertThat(words(chat)).hasSize(1_200);
    }

    @Test
    void aChatThatCanNotBeIndexedShouldNotKeepTheOthers() {
        var broken = chats.group(ana);
        var sound = chats.group(ana);
        chats.say(broken, ana, "perdido");
        chats.run(
                "UPDATE log SET entry = '{\"type\":\"odd\",\"message\":\"none\"}' WHERE chat_id = $1",
                broken);
        chats.say(sound, ana, "hallado");
        steps.follow(broken, sound);

        assertThat(steps.find(ana, "hallado")).containsExactly("hallado");
        assertThat(words(broken)).isEmpty();
    }

    @Test
    void operatorsShouldNarrow() {
        var chat = chats.group(ana, bruno);
        said(chat, ana, "mira https://example.org/x");
        said(chat, bruno, "mira esto");
        said(chat, ana, "mira nada");
        chats.say(chat, bruno, "mira respuesta", 3);
        chats.run("SELECT set_pin($1, 2, '%s', true, 100, now(), NULL)".formatted(ana), chat);
        chats.run(
                "SELECT set_reaction($1, 3, '%s', '👍', true, 20, now(), NULL)".formatted(bruno),
                chat);
        steps.index();

        assertThat(steps.find(ana, "mira has:link")).containsExactly("mira https://example.org/x");
        assertThat(steps.find(ana, "is:pinned")).containsExactly("mira esto");
        assertThat(steps.find(ana, "has:reaction")).containsExactly("mira nada");
        assertThat(steps.find(ana, "has:thread mira")).containsExactly("mira nada");
        assertThat(steps.find(ana, "from:me -has:link")).containsExactly("mira nada");
        assertThat(steps.find(ana, "-from:me")).containsExactly("mira respuesta", "mira esto");
        assertThat(steps.find(bruno, "from:me -is:pinned")).containsExactly("mira respuesta");
        assertThat(steps.find(ana, "mira -esto -nada -\"mira https\""))
                .containsExactly("mira respuesta");

        chats.run("SELECT set_pin($1, 2, '%s', false, 100, now(), NULL)".formatted(ana), chat);
        chats.run(
                "SELECT set_reaction($1, 3, '%s', '👍', false, 20, now(), NULL)".formatted(bruno),
                chat);
        chats.run("SELECT delete_message($1, 4, '%s', now(), NULL)".formatted(bruno), chat);
        steps.index();
        assertThat(steps.find(ana, "is:pinned")).isEmpty();
        assertThat(steps.find(ana, "has:reaction")).isEmpty();
        assertThat(steps.find(ana, "has:thread")).isEmpty();
    }

    @Test
    void peopleShouldBeKnownByTheirHandles() {
        var chat = chats.group(ana, bruno);
        var handle = "b" + bruno.toString().substring(0, 8);
        chats.run(
                "INSERT INTO people SELECT '%s', 1, '%s', 'Bruno' WHERE $1 IS NOT NULL"
                        .formatted(bruno, handle),
                chat);
        said(chat, ana, "uno");
        said(chat, bruno, "otro");

        assertThat(steps.find(ana, "from:@" + handle)).containsExactly("otro");
        assertThat(steps.find(ana, "from:" + handle.toUpperCase(java.util.Locale.ROOT) + " otros"))
                .containsExactly("otro");
        assertThat(steps.find(ana, "from:me from:" + handle)).containsExactly("otro", "uno");
        assertThat(steps.find(ana, "-from:" + handle)).containsExactly("uno");
        assertThat(steps.find(ana, "from:nobody")).isEmpty();
        assertThat(steps.find(ana, "-from:nobody")).hasSize(2);
    }

    @Test
    void mentionsShouldBeOfMeOrEverybody() {
        var chat = chats.group(ana, bruno);
        said(chat, ana, "uno");
        said(chat, ana, "dos");
        said(chat, ana, "tres");
        chats.run(
                "UPDATE messages SET mentions = '{%s}' WHERE chat_id = $1 AND seq = 1"
                        .formatted(bruno),
                chat);
        chats.run(
                "UPDATE messages SET mentions_everyone = true WHERE chat_id = $1 AND seq = 2",
                chat);
        chats.run("DELETE FROM message_search WHERE chat_id = $1", chat);
        chats.run("DELETE FROM message_search_chats WHERE chat_id = $1", chat);
        steps.index();

        assertThat(steps.find(bruno, "mentions:me")).containsExactly("dos", "uno");
        assertThat(steps.find(ana, "mentions:me")).containsExactly("dos");
        assertThat(steps.find(bruno, "-mentions:me")).containsExactly("tres");
    }

    @Test
    void chatsShouldBeKnownByTitleOrId() {
        var one = chats.group(ana);
        var other = chats.group(ana);
        chats.run("UPDATE chats SET title = 'Café Tertulia' WHERE chat_id = $1", one);
        said(one, ana, "aquí");
        said(other, ana, "allí");

        assertThat(steps.find(ana, "in:\"cafe tertulia\"")).containsExactly("aquí");
        assertThat(steps.find(ana, "in:" + other)).containsExactly("allí");
        assertThat(steps.find(ana, "in:" + other + " in:" + one)).hasSize(2);
        assertThat(steps.find(ana, "-in:" + other)).containsExactly("aquí");
        assertThat(steps.find(ana, "in:elsewhere")).isEmpty();
    }

    @Test
    void daysShouldNarrow() {
        var chat = chats.group(ana);
        for (var day : List.of("2026-01-30", "2026-01-31", "2026-02-01")) {
            chats.say(chat, ana, day);
            chats.run(
                    "UPDATE messages SET posted_at = '%s 12:00Z' WHERE chat_id = $1 AND text = '%s'"
                            .formatted(day, day),
                    chat);
        }
        steps.index();

        assertThat(steps.find(ana, "before:2026-01-31")).containsExactly("2026-01-30");
        assertThat(steps.find(ana, "after:2026-01-31")).containsExactly("2026-02-01");
        assertThat(steps.find(ana, "2026 on:2026-01-31")).containsExactly("2026-01-31");
        assertThat(steps.find(ana, "after:2026-01-29 before:2026-02-01"))
                .containsExactly("2026-01-31", "2026-01-30");
        assertThat(steps.find(ana, "after:9998-12-31")).isEmpty();
    }

    @Test
    void theWordItselfShouldRankBeforeOthersThatBeginLikeIt() {
        var chat = chats.group(ana);
        said(chat, ana, "un mar");
        said(chat, ana, "un martes");

        assertThat(steps.ranked(ana, "mar")).containsExactly("un mar", "un martes");
    }

    @Test
    void windowsShouldHaveEveryHitOnce() {
        var many = chats.group(ana);
        var few = chats.group(ana);
        lots(many, 3_000, "palabra");
        lots(few, 700, "palabra");
        steps.index();

        for (var query : List.of("palabra", "palabra from:me", "-nada", "\"la palabra\"", "pa")) {
            assertThat(all(query, 400, 100))
                    .hasSize(3_700)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
        assertThat(all("\"palabra7\"", 10, 100)).hasSize(2);
    }

    @Test
    void aSearchShouldStopAndGoOnAfterSoManyBlocks() {
        var chat = chats.group(ana);
        lots(chat, 6_000, "palabra");
        said(chat, ana, "última");
        steps.index();
        var first = steps.hits(ana, "\"palabra3\"", SearchWindow.NEWEST, 50, 1);

        assertThat(first.hits()).isEmpty();
        assertThat(first.rest()).isNotNull();
        assertThat(all("\"palabra3\"", 50, 1)).hasSize(1);
        assertThat(all("-última", 5_000, 1)).hasSize(6_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "''", "\\", "a' | 'b", "'a':*", "a & b | !c", "((((", "<->", "a <1> b", "!!",
                        ":*",
                "%", "_", "$1", ";--", "\"'\"", "-'x'", "a\u200fb", "\u200eشكرا", "🎉", "🎉 hola",
                        "1e5",
                "&amp; <b>", "a\\", "\\'", "e'\\x01'", "-(", "ŉ", "½", "ß", "İ", "ﬁn"
            })
    void aHostileQueryShouldFindNothingOrBeRefused(String query) {
        var chat = chats.group(ana);
        said(chat, ana, "nothing of this");
        try {
            assertThat(steps.find(ana, "zzz " + query)).isEmpty();
            steps.find(ana, query);
        } catch (org.tertulia.starter.problem.ProblemException refused) {
            assertThat(refused.errors().getFirst().field()).isEqualTo("q");
        }
    }

    @Test
    void whateverIsSaidShouldBeIndexed() {
        var chat = chats.group(ana);
        for (var text :
                List.of(
                        "a".repeat(4_000),
                        "東".repeat(4_000),
                        "'\\' ' \\ :*&|!()<->",
                        "🎉",
                        "ŉ ½ ß İ ﬁ",
                        "\u200f")) {
            chats.say(chat, ana, text);
        }
        chats.say(chat, ana, "fin");
        steps.index();

        assertThat(steps.find(ana, "fin")).contains("fin");
        assertThat(steps.find(ana, "東東")).hasSize(1);
        assertThat(steps.find(ana, "from:me")).hasSize(7);
    }

    private List<SearchPlace> all(String query, int most, int blocks) {
        var found = new ArrayList<SearchPlace>();
        var window = SearchWindow.NEWEST;
        while (window != null) {
            var hits = steps.hits(ana, query, window, most, blocks);
            hits.hits().stream()
                    .map(SearchHit::place)
                    .sorted(java.util.Comparator.reverseOrder())
                    .forEach(found::add);
            window = hits.rest() == null ? null : SearchWindow.olderThan(hits.rest());
        }
        return found;
    }

    /** Messages a second apart, the last one now. */
    private void lots(UUID chat, int count, String word) {
        chats.run(
                """
                WITH said AS (
                    INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at)
                    SELECT $1, n, gen_random_uuid(), '%s', gen_random_uuid(), 'la %s ' || '%s' || n, now() - (%d - n) * interval '1 s'
                    FROM generate_series(1, %d) n RETURNING seq
                ), logged AS (
                    INSERT INTO log SELECT $1, s.seq, jsonb_build_object('type', 'message.posted', 'seq', s.seq) FROM said s
                )
                UPDATE chats SET last_seq = %d WHERE chat_id = $1
                """
                        .formatted(ana, word, word, count, count, count),
                chat);
    }

    private void said(UUID chat, UUID sender, String text) {
        chats.say(chat, sender, text);
        steps.index();
    }

    private void edit(UUID chat, int seq, String text) {
        chats.run(
                "SELECT edit_message($1, %d, '%s', 1, '%s', '', false, false, '{}', now(), NULL)"
                        .formatted(seq, ana, text),
                chat);
    }

    private List<String> words(UUID chat) {
        return chats
                .rows("SELECT words::text AS words FROM message_search WHERE chat_id = $1", chat)
                .stream()
                .map(row -> (String) row.get("words"))
                .toList();
    }
}
