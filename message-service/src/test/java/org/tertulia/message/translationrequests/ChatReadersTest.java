package org.tertulia.message.translationrequests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;

class ChatReadersTest {

    private static final UserId ANA = new UserId(FixedIds.id(1));
    private static final UserId BRUNO = new UserId(FixedIds.id(2));
    private static final UserId CARLA = new UserId(FixedIds.id(3));

    private final ChatReaders readers = new ChatReaders();

    @Test
    void eachLanguageShouldBeThereOnce() {
        readers.add("es", BRUNO);
        readers.add("en", CARLA);
        readers.add("en", BRUNO);

        assertThat(readers.languagesBeside(ANA)).containsExactly("en", "es");
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

        assertThat(readers.languagesBeside(ANA)).containsExactly("es", "fr");
        assertThat(readers.languagesBeside(BRUNO)).containsExactly("en", "es", "fr");
    }

    @Test
    void nobodyShouldWantNothing() {
        assertThat(readers.isEmpty()).isTrue();
        assertThat(readers.languagesBeside(ANA)).isEmpty();

        readers.add("en", ANA);

        assertThat(readers.isEmpty()).isFalse();
        assertThat(readers.languagesBeside(ANA)).isEmpty();
    }
}
