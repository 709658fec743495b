package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextFragmentsTest {

    @Test
    void wordsShouldBeCutOut() {
        assertThat(words("L'été à 3F, हिन्दी!", 100))
                .containsExactly("L", "été", "à", "3F", "हिन्दी");
    }

    @Test
    void aRunWithoutSpacesShouldBeCutIntoCharactersAndPairs() {
        assertThat(words("東京都OK", 100)).containsExactly("東", "京", "東京", "都", "京都", "OK");
        assertThat(words("東 京", 100)).containsExactly("東", "京");
        assertThat(words("𠮷野", 100)).containsExactly("𠮷", "野", "𠮷野");
    }

    @Test
    void onlySoManyShouldBeLookedAt() {
        assertThat(words("a b c d", 2)).containsExactly("a", "b");
        assertThat(words("a".repeat(101) + " b", 9)).containsExactly("b");
    }

    @Test
    void highlightsShouldBeWhereTheWordsAre() {
        assertThat(TextFragments.of("😀 la casa, la cosa").highlights(Set.of("la", "casa")))
                .containsExactly(new Highlight(3, 5), new Highlight(6, 10), new Highlight(12, 14));
    }

    @Test
    void pairsThatOverlapShouldBecomeOne() {
        assertThat(TextFragments.of("東京都へ").highlights(Set.of("東京", "京都")))
                .containsExactly(new Highlight(0, 3));
        assertThat(TextFragments.of("東京都へ").highlights(Set.of("東", "京", "東京")))
                .containsExactly(new Highlight(0, 2));
    }

    private static Set<String> words(String text, int most) {
        var words = new LinkedHashSet<String>();
        TextFragments.of(text).addTo(words, most);
        return words;
    }
}
