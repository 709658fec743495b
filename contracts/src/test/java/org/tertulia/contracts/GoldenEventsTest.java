package org.tertulia.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.contracts.account.AccountEvent;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.marker.MarkerEvent;
import org.tertulia.contracts.media.MediaEvent;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.notification.NotificationEvent;
import org.tertulia.contracts.personal.PersonalEvent;
import org.tertulia.contracts.posting.PostingEvent;
import org.tertulia.contracts.presence.PresenceEvent;
import org.tertulia.contracts.receipt.ReceiptEvent;
import org.tertulia.contracts.reminder.ReminderEvent;
import org.tertulia.contracts.scheduled.ScheduledMessageEvent;
import org.tertulia.contracts.translation.TranslationEvent;
import org.tertulia.contracts.translation.UntranslatedReason;
import org.tertulia.contracts.translationrequest.TranslationRequestEvent;
import org.tertulia.contracts.typing.TypingEvent;
import org.tertulia.contracts.user.UserEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden files hold the published form of every event. Programs outside of Tertulia read it: a
 * changed file is a changed contract and needs a new version of the event.
 */
class GoldenEventsTest {

    private static final List<Class<? extends TertuliaEvent>> FAMILIES =
            List.of(
                    AccountEvent.class,
                    UserEvent.class,
                    ChatEvent.class,
                    LogEntry.class,
                    PresenceEvent.class,
                    MarkerEvent.class,
                    TypingEvent.class,
                    PersonalEvent.class,
                    ReceiptEvent.class,
                    MediaEvent.class,
                    NotificationEvent.class,
                    ReminderEvent.class,
                    ScheduledMessageEvent.class,
                    PostingEvent.class,
                    TranslationEvent.class,
                    TranslationRequestEvent.class);

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<TertuliaEvent> samples() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eventShouldBeWrittenAsItsGoldenFile(TertuliaEvent event) throws IOException {
        assertThat(json.readTree(json.writeValueAsString(event)))
                .isEqualTo(json.readTree(golden(event)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eventShouldBeReadFromItsGoldenFile(TertuliaEvent event) throws IOException {
        assertThat(json.readValue(golden(event), family(event))).isEqualTo(event);
    }

    @Test
    void aMessageWithAttachmentsShouldBeItsGoldenFile() throws IOException {
        var event = EventSamples.withAttachments();
        var golden = read("/golden/message/v1/message.posted.attachments.json");
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(golden));
        assertThat(json.readValue(golden, LogEntry.class)).isEqualTo(event);
    }

    @Test
    void whatWasSaidBeforeThereWereReceiptsShouldStillBeRead() {
        var created =
                """
                {"type":"chat.created","chatId":"%1$s","version":1,"kind":"public","title":"Plaza",
                 "description":"","createdBy":"%1$s","members":[],"at":"2026-11-02T09:30:00Z"}
                """
                        .formatted(new UUID(0, 1));
        assertThat(json.readValue(created, ChatEvent.class))
                .isInstanceOfSatisfying(ChatCreated.class, e -> assertThat(e.receipts()).isNull());
        var revised =
                """
                {"type":"chat.revised","chatId":"%1$s","seq":2,"title":"Plaza","description":"",
                 "by":"%1$s","at":"2026-11-02T09:30:00Z"}
                """
                        .formatted(new UUID(0, 1));
        assertThat(json.readValue(revised, LogEntry.class))
                .isInstanceOfSatisfying(ChatRevised.class, e -> assertThat(e.receipts()).isNull());
    }

    @Test
    void everyKindOfEventShouldHaveASample() {
        var declared =
                FAMILIES.stream()
                        .flatMap(f -> Arrays.stream(f.getAnnotation(JsonSubTypes.class).value()))
                        .<Class<?>>map(JsonSubTypes.Type::value);
        assertThat(EventSamples.all().<Class<?>>map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(declared.toList());
    }

    @Test
    void everyTypeNameShouldBeUniqueAmongAllTopics() {
        assertThat(
                        FAMILIES.stream()
                                .flatMap(
                                        f ->
                                                Arrays.stream(
                                                        f.getAnnotation(JsonSubTypes.class)
                                                                .value()))
                                .map(JsonSubTypes.Type::name))
                .doesNotHaveDuplicates();
    }

    /** The golden files have one of them only. */
    @ParameterizedTest
    @CsvSource({
        "SAME_LANGUAGE, same-language",
        "NO_WORDS, no-words",
        "UNSURE, unsure",
        "NO_ENGINE, no-engine",
        "TOO_LONG, too-long",
        "ENGINES_FAILED, engines-failed",
    })
    void reasonsWhyThereIsNoTranslationShouldRemainAsTheyAre(
            UntranslatedReason reason, String word) {
        assertThat(UntranslatedReason.values()).hasSize(6);
        assertThat(json.valueToTree(reason).asString()).isEqualTo(word);
        assertThat(json.convertValue(word, UntranslatedReason.class)).isEqualTo(reason);
    }

    @Test
    void topicNamesShouldRemainAsTheyAre() {
        assertThat(
                        List.of(
                                Topics.ACCOUNT_EVENTS,
                                Topics.USER_EVENTS,
                                Topics.CHAT_EVENTS,
                                Topics.MESSAGE_EVENTS,
                                Topics.PRESENCE_EVENTS,
                                Topics.MARKER_EVENTS,
                                Topics.TYPING_EVENTS,
                                Topics.PERSONAL_EVENTS,
                                Topics.RECEIPT_EVENTS,
                                Topics.MEDIA_EVENTS,
                                Topics.NOTIFICATION_EVENTS,
                                Topics.SCHEDULED_MESSAGE_EVENTS,
                                Topics.POSTING_EVENTS,
                                Topics.TRANSLATION_EVENTS,
                                Topics.TRANSLATION_REQUEST_EVENTS,
                                Topics.DEAD_LETTER_SUFFIX))
                .containsExactly(
                        "account.events.v1",
                        "user.events.v1",
                        "chat.events.v1",
                        "message.events.v1",
                        "presence.events.v1",
                        "marker.events.v1",
                        "typing.events.v1",
                        "personal.events.v1",
                        "receipt.events.v1",
                        "media.events.v1",
                        "notification.events.v1",
                        "scheduled-message.events.v1",
                        "posting.events.v1",
                        "translation.events.v1",
                        "translation-request.events.v1",
                        ".dlt");
    }

    private static Class<? extends TertuliaEvent> family(TertuliaEvent event) {
        return FAMILIES.stream().filter(f -> f.isInstance(event)).findFirst().orElseThrow();
    }

    private String golden(TertuliaEvent event) throws IOException {
        var family = family(event);
        var context =
                family.getPackageName().substring(family.getPackageName().lastIndexOf('.') + 1);
        var type =
                Arrays.stream(family.getAnnotation(JsonSubTypes.class).value())
                        .filter(t -> t.value() == event.getClass())
                        .map(JsonSubTypes.Type::name)
                        .findFirst()
                        .orElseThrow();
        return read("/golden/" + context + "/v1/" + type + ".json");
    }

    private static String read(String path) throws IOException {
        try (var file = GoldenEventsTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
