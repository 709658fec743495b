package org.tertulia.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding people over HTTP. */
class SearchIT extends UserApi {

    private final UUID me = UUID.randomUUID();

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(user -> user.path("id").asString())
                .toList();
    }

    @Test
    void theBestComeFirstAcrossPages() {
        var word = unique("zq");
        var similar = person(unique("h"), "Eva " + word);
        var byName = person(unique("h"), word.toUpperCase(Locale.ROOT) + " Ruiz");
        var byHandle = person(word, "Pedro");
        var expected = List.of(byHandle.toString(), byName.toString(), similar.toString());
        assertThat(ids(expect(200, get(me, "?query=" + word)))).isEqualTo(expected);
        assertThat(ids(expect(200, get(me, "?query=@" + word)))).isEqualTo(expected);

        var paged = new ArrayList<String>();
        var cursor = "";
        do {
            var page = expect(200, get(me, "?query=" + word + "&limit=1" + cursor));
            paged.addAll(ids(page));
            var next = page.path("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(expected);
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        var word = unique("");
        var person = person(unique("h"), "Íñigo " + word);
        assertThat(ids(expect(200, get(me, "?query=INIGO " + word))))
                .containsExactly(person.toString());
        assertThat(ids(expect(200, get(me, "?query=i\u0301n\u0303igo " + word))))
                .containsExactly(person.toString());
    }

    @Test
    void oneCharacterIsEnough() {
        var person = person(unique("0"), "Solo");
        var found = expect(200, get(me, "?query=0&limit=100"));
        assertThat(ids(found)).contains(person.toString());
    }

    @Test
    void aPageIsNeverLongerThanItsLimit() {
        var word = unique("lim");
        IntStream.range(0, 5).forEach(i -> person(word + i, "x"));
        var page = expect(200, get(me, "?query=" + word + "&limit=3"));
        assertThat(ids(page)).hasSize(3);
        assertThat(page.path("next").isNull()).isFalse();
        expectProblem(get(me, "?query=a&limit=101"), 400, "validation-failed");
    }

    @Test
    void thereIsNoListOfEverybody() {
        for (var query : List.of("", "?limit=10", "?query=", "?query= ", "?query=a&ids=" + me)) {
            expectProblem(get(me, query), 400, "validation-failed");
        }
        expectProblem(get(me, "?query=" + "a".repeat(81)), 400, "validation-failed");
        expectProblem(get(me, "?query=a&cursor=nonsense"), 400, "malformed-request");
    }

    @Test
    void peopleAreReadByTheirIdsInTheOrderAskedFor() {
        var one = person();
        var two = person();
        var page = expect(200, get(me, "?ids=" + two + "," + UUID.randomUUID() + "," + one));
        assertThat(ids(page)).containsExactly(two.toString(), one.toString());
        assertThat(page.path("next").isNull()).isTrue();
    }

    @Test
    void aHundredIdsAreEnough() {
        var many =
                IntStream.range(0, 101)
                        .mapToObj(_ -> UUID.randomUUID().toString())
                        .collect(Collectors.joining(","));
        expectProblem(get(me, "?ids=" + many), 400, "validation-failed");
        expect(200, get(me, "?ids=" + many.substring(37)));
        for (var ids : List.of("", ",", "x", me + ",,", "1-1-1-1-1")) {
            expectProblem(get(me, "?ids=" + ids), 400, "validation-failed");
        }
    }
}
