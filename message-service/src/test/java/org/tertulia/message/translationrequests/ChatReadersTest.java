package org.tertulia.message.translationrequests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;

class ChatReadersTest {

    private static final UserId ANA = new UserId(FixedIds.id(1));
    private static final UserId BRUNO = new UserId(FixedIds.id(2));
    private static final UserId CARLA = new UserId(FixedIds.id(3));
    private static final UserId DORA = new UserId(FixedIds.id(4));

    private static final int ALL = 100;

    private final ChatReaders readers = new ChatReaders();

    @Test
    void eachLanguageShouldBeThereOnce() {
        readers.add("es", BRUNO);
        readers.add("en", CARLA);
        readers.add("en", BRUNO);

        assertThat(readers.languagesBeside(ANA, ALL)).containsExactly("en", "es");
    }

    @Test
    void whatOnlyTheSenderWantsShouldBeLeftOut() {
        readers.add("en", ANA);
        readers.add("en", ANA);
        readers.add("es", ANA);
        readers.add("es", BRUNO);
        readers.add("fr", BRUNO);
        readers.add("fr", CARLA);
        readers.add("fr", ANA);

        assertThat(readers.languagesBeside(ANA, ALL)).containsExactly("fr", "es");
        assertThat(readers.languagesBeside(BRUNO, ALL)).containsExactly("fr", "en", "es");
    }

    @Test
    void theLanguagesOfMostPeopleShouldComeFirst() {
        for (int connection = 0; connection < 20; connection++) {
            readers.add("zu", ANA);
            readers.add("l" + connection, ANA);
        }
        readers.add("fr", BRUNO);
        readers.add("fr", CARLA);
        readers.add("it", BRUNO);
        readers.add("it", ANA);
        readers.add("it", CARLA);

        assertThat(readers.languagesBeside(DORA, 2)).containsExactly("it", "fr");
        assertThat(readers.languagesBeside(CARLA, 2)).containsExactly("it", "fr");
        assertThat(readers.languagesBeside(DORA, 3)).containsExactly("it", "fr", "l0");
        assertThat(readers.languagesBeside(DORA, ALL)).hasSize(23);
    }

    @Test
    void nobodyShouldWantNothing() {
        assertThat(readers.isEmpty()).isTrue();
        assertThat(readers.languagesBeside(ANA, ALL)).isEmpty();

        readers.add("en", ANA);

        assertThat(readers.isEmpty()).isFalse();
        assertThat(readers.languagesBeside(ANA, ALL)).isEmpty();
    }
}
