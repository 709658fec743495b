package org.tertulia.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers outside of the project know the events by {@code docs/events.md} only. */
class EventDocumentationTest {

    private final String document = read();

    static Stream<TertuliaEvent> samples() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyEventShouldBeDescribedWithItsProperties(TertuliaEvent event) {
        var row =
                document.lines()
                        .filter(line -> line.startsWith("| `" + type(event) + "` |"))
                        .findFirst();

        assertThat(row).as("row of %s", type(event)).isPresent();
        assertThat(properties(event))
                .allSatisfy(property -> assertThat(row.get()).contains("`" + property + "`"));
    }

    @Test
    void everyTopicShouldHaveASection() {
        assertThat(document.lines().filter(line -> line.startsWith("### `")))
                .hasSize(16)
                .anyMatch(line -> line.contains(Topics.ACCOUNT_EVENTS))
                .anyMatch(line -> line.contains(Topics.USER_EVENTS))
                .anyMatch(line -> line.contains(Topics.CHAT_EVENTS))
                .anyMatch(line -> line.contains(Topics.MESSAGE_EVENTS))
                .anyMatch(line -> line.contains(Topics.PRESENCE_EVENTS))
                .anyMatch(line -> line.contains(Topics.MARKER_EVENTS))
                .anyMatch(line -> line.contains(Topics.TYPING_EVENTS))
                .anyMatch(line -> line.contains(Topics.PERSONAL_EVENTS))
                .anyMatch(line -> line.contains(Topics.RECEIPT_EVENTS))
                .anyMatch(line -> line.contains(Topics.MEDIA_EVENTS))
                .anyMatch(line -> line.contains(Topics.NOTIFICATION_EVENTS))
                .anyMatch(line -> line.contains(Topics.REMINDER_EVENTS))
                .anyMatch(line -> line.contains(Topics.SCHEDULED_MESSAGE_EVENTS))
                .anyMatch(line -> line.contains(Topics.POSTING_EVENTS))
                .anyMatch(line -> line.contains(Topics.TRANSLATION_EVENTS))
                .anyMatch(line -> line.contains(Topics.TRANSLATION_REQUEST_EVENTS));
    }

    /** What every event of a family has stands above its table. */
    private static Stream<String> properties(TertuliaEvent event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !isCommon(event, name));
    }

    private static boolean isCommon(TertuliaEvent event, String name) {
        return switch (event) {
            case org.tertulia.contracts.chat.ChatEvent _ ->
                    name.equals("chatId") || name.equals("version");
            case org.tertulia.contracts.message.LogEntry _ ->
                    name.equals("chatId") || name.equals("seq");
            default -> false;
        };
    }

    private static String type(TertuliaEvent event) {
        return Arrays.stream(event.getClass().getInterfaces())
                .filter(family -> family.isAnnotationPresent(JsonSubTypes.class))
                .flatMap(family -> Arrays.stream(family.getAnnotation(JsonSubTypes.class).value()))
                .filter(type -> type.value() == event.getClass())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "events.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
