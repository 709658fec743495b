package org.tertulia.user.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.test.PostgresExtension;
import org.tertulia.user.profile.Profiling;

class SearchRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SearchRepository people = new SearchRepository(postgres.databaseClient());

    @BeforeEach
    void connect() {
        postgres.truncate("profiles");
        people = new SearchRepository(postgres.databaseClient());
    }

    private void store(String handle, String name) {
        Profiling.store(postgres.databaseClient(), handle, name).block(PATIENCE);
    }

    private List<SearchPlace> places(String words, SearchPlace after, int limit) {
        return Objects.requireNonNull(people.find(words, after, limit).block(PATIENCE));
    }

    private List<String> find(SearchStage stage, String words) {
        return handles(places(words, SearchPlace.startOf(stage), 100));
    }

    private List<String> handles(List<SearchPlace> places) {
        return places.stream().map(this::handle).toList();
    }

    private String handle(SearchPlace place) {
        return Objects.requireNonNull(
                postgres.databaseClient()
                        .sql("select handle from profiles where user_id = :id")
                        .bind("id", place.userId())
                        .map(row -> row.get("handle", String.class))
                        .one()
                        .block(PATIENCE));
    }

    @Test
    void eachStageFindsWhatTheOnesBeforeItDidNot() {
        store("ana.b", "Zoe");
        store("x1", "Ána Belén");
        store("x2", "María Ana");
        store("x3", "Pedro");
        assertThat(find(SearchStage.HANDLE, "ANA")).containsExactly("ana.b");
        assertThat(find(SearchStage.NAME, "ana")).containsExactly("x1");
        assertThat(find(SearchStage.SIMILAR, "ana")).containsExactly("x2");
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        store("x1", "Íñigo Peña");
        store("x2", "ÅSA");
        assertThat(find(SearchStage.NAME, "inigo p")).containsExactly("x1");
        assertThat(find(SearchStage.NAME, "ÍÑIGO")).containsExactly("x1");
        assertThat(find(SearchStage.NAME, "åsa")).containsExactly("x2");
        assertThat(find(SearchStage.SIMILAR, "PENA")).containsExactly("x1");
    }

    @Test
    void aMisspeltNameIsSimilar() {
        store("x1", "Gonzalez");
        assertThat(find(SearchStage.SIMILAR, "gonzales")).containsExactly("x1");
        assertThat(find(SearchStage.SIMILAR, "smith")).isEmpty();
    }

    @Test
    void patternCharactersMeanThemselves() {
        store("a_b", "One");
        store("acb", "Two");
        assertThat(find(SearchStage.HANDLE, "a_")).containsExactly("a_b");
        assertThat(find(SearchStage.HANDLE, "%")).isEmpty();
        assertThat(find(SearchStage.SIMILAR, "%%")).isEmpty();
        assertThat(find(SearchStage.SIMILAR, "\\")).isEmpty();
    }

    @Test
    void wordsThatFoldToNothingFindNobody() {
        store("ana", "Ana");
        for (var stage : SearchStage.values()) {
            assertThat(find(stage, "\u0301")).isEmpty();
        }
    }

    @Test
    void pagesOfAStageNeitherSkipNorRepeat() {
        IntStream.range(0, 7).forEach(i -> store("ana" + i, "x"));
        IntStream.range(0, 7).forEach(i -> store("n" + i, "Ana"));
        IntStream.range(0, 7).forEach(i -> store("s" + i, "Eva Ana"));
        for (var stage : SearchStage.values()) {
            var all = places("ana", SearchPlace.startOf(stage), 100);
            assertThat(all).hasSize(7).doesNotHaveDuplicates();
            var first = places("ana", SearchPlace.startOf(stage), 3);
            var second = places("ana", first.getLast(), 3);
            var third = places("ana", second.getLast(), 3);
            assertThat(first).isEqualTo(all.subList(0, 3));
            assertThat(second).isEqualTo(all.subList(3, 6));
            assertThat(third).isEqualTo(all.subList(6, 7));
        }
    }

    @Test
    void theIndexesCarryTheSearch() {
        fill();
        assertThat(plan("p.handle >= folded('h1') and p.handle < folded('h1') || chr(1114111)"))
                .contains("profiles_handle_uq");
        assertThat(plan("(p.name_folded, p.user_id) > ('a', uuidv7()) and p.name_folded < 'b'"))
                .contains("profiles_name_ix");
        assertThat(plan("p.search_words like '% h123%' or 'h123' <% p.search_words"))
                .contains("profiles_words_ix");
    }

    private void fill() {
        var database = postgres.databaseClient();
        database.sql(
                        """
                        insert into profiles (user_id, handle, display_name, bio,
                                              created_at, changed_at, version)
                        select uuidv7(), 'h' || i, md5(i::text), '', now(), now(), 1
                        from generate_series(1, 5000) i
                        """)
                .then()
                .then(database.sql("analyze profiles").then())
                .block(PATIENCE);
    }

    private String plan(String condition) {
        var database = postgres.databaseClient();
        var plan =
                database.sql("set local enable_seqscan = off")
                        .then()
                        .thenMany(
                                database.sql("explain select 1 from profiles p where " + condition)
                                        .map(row -> row.get(0, String.class))
                                        .all())
                        .collectList()
                        .as(postgres.transactions()::transactional);
        return String.join("\n", Objects.requireNonNull(plan.block(PATIENCE)));
    }
}
