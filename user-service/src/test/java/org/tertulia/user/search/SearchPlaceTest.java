package org.tertulia.user.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.web.PageCursor;

class SearchPlaceTest {

    private static final String ID = UUID.randomUUID().toString();

    @Test
    void aPlaceIsReadFromItsCursor() {
        var place = new SearchPlace(SearchStage.NAME, "ana maría", UUID.randomUUID());
        assertThat(SearchPlace.of(place.cursor())).isEqualTo(place);
    }

    @Test
    void noCursorIsTheBeginning() {
        assertThat(SearchPlace.of(null)).isEqualTo(SearchPlace.startOf(SearchStage.HANDLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "SElNSUxBUg"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> SearchPlace.of(cursor)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aForgedPlaceIsRefused() {
        for (var cursor :
                new String[] {
                    PageCursor.encode("EVERYBODY", "a", ID),
                    PageCursor.encode("NAME", "a", "nobody"),
                    PageCursor.encode("SIMILAR", "much", ID),
                    PageCursor.encode("SIMILAR", "NaN", ID)
                }) {
            assertThatThrownBy(() -> SearchPlace.of(cursor)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void oneCharacterIsNotLookedForInTheMiddle() {
        assertThat(SearchStage.NAME.isLast("a")).isTrue();
        assertThat(SearchStage.NAME.isLast("an")).isFalse();
        assertThat(SearchStage.HANDLE.isLast("a")).isFalse();
        assertThat(SearchStage.SIMILAR.isLast("ana")).isTrue();
    }
}
