package org.tertulia.notification.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.push.encryption.SubscriptionKeys;
import org.tertulia.starter.id.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushComposerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = new UUID(1, 1);

    private final PushComposer composer = new PushComposer(JSON);

    private static PushedNotification told(
            String kind, @Nullable String author, @Nullable String chat, String text, int count) {
        var by = author == null ? null : new UUID(2, 2);
        return new PushedNotification(
                ID, kind, new UUID(3, 3), 7L, null, null, by, author, chat, text, count);
    }

    private static Push push(
            @Nullable PushedNotification told,
            List<UUID> settled,
            boolean contentFree,
            Language language) {
        var receiver =
                new Push.Receiver(
                        new UserId(new UUID(4, 4)),
                        "https://push.example/a",
                        new SubscriptionKeys("", ""),
                        contentFree,
                        language);
        var place = new Push.Place(new UUID(5, 5), "message/x/0", 1);
        return new Push(place, receiver, 1, Instant.EPOCH, told, settled, 9);
    }

    private JsonNode composed(Push push) {
        return JSON.readTree(composer.compose(push));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "message|Ana|-|1|SPANISH|Ana",
                "message|Ana|Plaza|3|SPANISH|Ana en Plaza (3)",
                "message|Ana|Plaza|3|ENGLISH|Ana in Plaza (3)",
                "mention|Ana|Plaza|1|SPANISH|Ana te ha mencionado en Plaza",
                "mention|Ana|-|1|ENGLISH|Ana mentioned you",
                "reaction|{0} 'x'|Plaza|1|ENGLISH|{0} 'x' reacted to a message of yours in Plaza",
                "reminder|-|-|1|SPANISH|Recordatorio",
                "reminder|Ana|-|1|ENGLISH|Reminder by Ana",
                "unheard-of|Ana|-|1|SPANISH|Hay algo nuevo"
            })
    void theTitleShouldSayWhoDidWhatWhere(
            String kind,
            @Nullable String author,
            @Nullable String chat,
            int count,
            Language language,
            String title) {
        var said =
                composed(push(told(kind, author, chat, "Hola", count), List.of(), false, language));
        assertThat(said.path("title").asString()).isEqualTo(title);
        assertThat(said.path("body").asString()).isEqualTo("Hola");
        assertThat(said.path("notificationId").asString()).isEqualTo(ID.toString());
        assertThat(said.path("unread").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void everyKindShouldHaveATitleOfItsOwn(NotificationKind kind) {
        for (var language : Language.values()) {
            var said =
                    composed(
                            push(
                                    told(kind.text(), "Ana", null, "", 1),
                                    List.of(),
                                    false,
                                    language));
            var unheardOf = told("unheard-of", "Ana", null, "", 1);
            var other = composed(push(unheardOf, List.of(), false, language));
            assertThat(said.path("title")).isNotEqualTo(other.path("title"));
        }
    }

    @Test
    void somebodyWhoseNameIsNotKnownShouldBeSomebody() {
        var unknown =
                new PushedNotification(ID, "mention", ID, 1L, null, null, ID, null, "Plaza", "", 1);
        assertThat(new PushTexts().title(unknown, Language.SPANISH))
                .isEqualTo("Alguien te ha mencionado en Plaza");
    }

    @Test
    void withoutContentThereShouldBeNoWordAndNoPlace() {
        var said =
                composed(
                        push(
                                told("mention", "Ana", "Plaza", "secreto", 1),
                                List.of(),
                                true,
                                Language.SPANISH));
        assertThat(said.propertyNames())
                .containsExactlyInAnyOrder("notificationId", "tag", "unread");
    }

    @Test
    void whatIsToBeTakenAwayShouldBeNamed() {
        var said = composed(push(null, List.of(ID), true, Language.SPANISH));
        assertThat(said.propertyNames()).containsExactlyInAnyOrder("settled", "unread");
        assertThat(said.path("settled").path(0).asString()).isEqualTo(ID.toString());
    }

    @Test
    void theLongestMessagesShouldFit() {
        var name = "\"漢\\".repeat(400);
        var text = "漢".repeat(201);
        var big = push(told("reaction", name, name, text, 100), List.of(), false, Language.ENGLISH);
        assertThat(composer.compose(big).length).isLessThanOrEqualTo(PushComposer.MAX_BYTES);
        var settled = Stream.generate(UUID::randomUUID).limit(60).toList();
        assertThat(composer.compose(push(null, settled, false, Language.SPANISH)).length)
                .isLessThanOrEqualTo(PushComposer.MAX_BYTES);
    }

    @Test
    void aTopicShouldBeWhatAPushServiceTakesAndTellNothing() {
        var place = new Push.Place(new UUID(5, 5), "message/x/0", 1);
        var elsewhere = new Push.Place(new UUID(6, 6), "message/x/0", 1);
        assertThat(PushTopic.of(place)).matches("[A-Za-z0-9_-]{32}");
        assertThat(PushTopic.of(place))
                .isEqualTo(PushTopic.of(new Push.Place(new UUID(5, 5), "message/x/0", 2)))
                .isNotEqualTo(PushTopic.of(elsewhere));
    }
}
