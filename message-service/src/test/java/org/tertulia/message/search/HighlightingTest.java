package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.test.PostgresExtension;

class HighlightingTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private final UUID ana = UUID.randomUUID();
    private final ChatRows chats = new ChatRows(postgres.databaseClient());
    private final SearchSteps steps = new SearchSteps(postgres.databaseClient());

    @Test
    void aTranslationShouldBeToldAlsoWhenTheWordsOfThePageHaveRunOut() {
        var chat = chats.group(ana);
        var endless =
                IntStream.range(0, Highlighting.MAX_WORDS)
                        .mapToObj(n -> "word" + n)
                        .collect(Collectors.joining(" "));
        say(chat, 1, "The meeting is postponed", "La reunión se aplaza");
        say(chat, 2, endless, "Otras reuniones");

        var found =
                new Highlighting(new SearchRepository(postgres.databaseClient()))
                        .of(
                                steps.plan(ana, "reunión"),
                                List.of(
                                        SearchSteps.view(chat, 1, "The meeting is postponed"),
                                        SearchSteps.view(chat, 2, endless)))
                        .block(Duration.ofSeconds(30));

        assertThat(found)
                .extracting(FoundMessage::translation)
                .containsExactly(
                        new FoundTranslation(
                                "es", "La reunión se aplaza", List.of(new Highlight(3, 10))),
                        new FoundTranslation("es", "Otras reuniones", List.of()));
    }

    private void say(UUID chat, int seq, String text, String translation) {
        chats.say(chat, ana, text);
        chats.run(
                "SELECT keep_translation($1, %d, 1, 'es', '%s', now(), 10)"
                        .formatted(seq, translation),
                chat);
    }
}
