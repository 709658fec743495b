package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.marker.MarkerEvent;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.personal.PersonalEvent;
import org.tertulia.contracts.posting.PostingEvent;
import org.tertulia.contracts.presence.ChosenPresence;
import org.tertulia.contracts.presence.PresenceEvent;
import org.tertulia.contracts.receipt.ReceiptEvent;
import org.tertulia.contracts.translationrequest.TranslationRequestEvent;
import org.tertulia.contracts.typing.TypingEvent;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.message.drafts.ReplacedDraft;
import org.tertulia.message.frames.ChatSummary;
import org.tertulia.message.frames.ClientFrame;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.frames.PresentPerson;
import org.tertulia.message.frames.ReconnectWithin;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.message.people.Person;
import org.tertulia.message.presence.OwnPresence;
import org.tertulia.message.timeline.Conversation;
import org.tertulia.message.timeline.Marker;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.problem.FieldError;
import org.tertulia.starter.problem.Problem;
import org.tertulia.test.openapi.OpenApiDocument;

/** The AsyncAPI file and the code say the same: frames, their properties, close codes, topics, events. */
class AsyncApiTest {

    private static final Map<String, Object> ROOT =
            OpenApiDocument.onClassPath("asyncapi/message-service.yaml").root();

    static Stream<Arguments> records() {
        return Stream.of(
                        family(
                                ClientFrame.class,
                                "components/messages/%s/payload",
                                "client.",
                                "op"),
                        family(
                                ServerFrame.class,
                                "components/messages/%s/payload",
                                "server.",
                                "op"),
                        family(LogEntry.class, "components/schemas/%s", "", "type"),
                        family(PresenceEvent.class, "components/messages/%s/payload", "", "type"),
                        family(MarkerEvent.class, "components/messages/%s/payload", "", "type"),
                        family(TypingEvent.class, "components/messages/%s/payload", "", "type"),
                        family(PersonalEvent.class, "components/messages/%s/payload", "", "type"),
                        family(
                                TranslationRequestEvent.class,
                                "components/messages/%s/payload",
                                "",
                                "type"),
                        family(ReceiptEvent.class, "components/messages/%s/payload", "", "type"),
                        family(PostingEvent.class, "components/messages/%s/payload", "", "type"),
                        Stream.of(
                                part(Conversation.class, "components/schemas/Conversation"),
                                part(MessageView.class, "components/schemas/MessageView"),
                                part(MessageView.Mentions.class, "components/schemas/Mentioned"),
                                part(MessageView.Forwarded.class, "components/schemas/Forwarded"),
                                part(
                                        org.tertulia.contracts.message.Attachment.class,
                                        "components/schemas/Attachment"),
                                part(Attachment.class, "components/schemas/Attachment"),
                                part(AttachFile.class, "components/schemas/AttachFile"),
                                part(MessageView.Reaction.class, "components/schemas/Reaction"),
                                part(MessageView.Replies.class, "components/schemas/Replies"),
                                part(MessagePlace.class, "components/schemas/MessagePlace"),
                                part(Marker.class, "components/schemas/Marker"),
                                part(Problem.class, "components/schemas/Problem"),
                                part(OwnPresence.class, "components/schemas/OwnPresence"),
                                part(ReplacedDraft.class, "components/schemas/ReplacedDraft"),
                                part(ChosenPresence.class, "components/schemas/ChosenPresence"),
                                part(
                                        FieldError.class,
                                        "components/schemas/Problem/properties/errors/items"),
                                part(
                                        Person.class,
                                        "components/messages/hello/payload/properties/person"),
                                part(
                                        ReconnectWithin.class,
                                        "components/messages/hello/payload/properties/reconnect"),
                                part(
                                        PresentPerson.class,
                                        "components/messages/hello/payload/properties/presence/items"),
                                part(
                                        ChatSummary.class,
                                        "components/messages/snapshot/payload/properties/chat")))
                .flatMap(found -> found);
    }

    private static Stream<Arguments> family(
            Class<?> family, String path, String prefix, String discriminator) {
        return types(family)
                .map(
                        type -> {
                            var own = prefix + type.name();
                            var messages = map(at("components/messages"));
                            var name = messages.containsKey(own) ? own : type.name();
                            return Arguments.of(
                                    type.value(), path.formatted(name), discriminator, type.name());
                        });
    }

    private static Arguments part(Class<?> type, String path) {
        return Arguments.of(type, path, null, null);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("records")
    void theSchemaShouldHaveThePropertiesOfTheRecord(
            Class<?> type, String path, @Nullable String discriminator, @Nullable String name) {
        var schema = map(at(path));
        var properties = new TreeSet<String>();
        var required = new TreeSet<String>();
        if (discriminator != null) {
            properties.add(discriminator);
            required.add(discriminator);
            assertThat(at(path + "/properties/" + discriminator)).isEqualTo(Map.of("const", name));
        }
        if (ClientFrame.class.isAssignableFrom(type)) {
            properties.add("requestId");
        }
        for (var component : type.getRecordComponents()) {
            properties.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        assertThat(map(schema.get("properties")).keySet())
                .containsExactlyInAnyOrderElementsOf(properties);
        assertThat(list(schema.get("required"))).containsExactlyInAnyOrderElementsOf(required);
    }

    @Test
    void theOperationsShouldHaveEveryFrame() {
        assertThat(frames("receiveFromClients")).isEqualTo(names(ClientFrame.class));
        var sent = new TreeSet<>(names(ServerFrame.class));
        sent.add("entry");
        sent.add("batch");
        assertThat(frames("sendToClients")).isEqualTo(sent);
        assertThat(at("components/messages/entry/payload/allOf")).isNotNull();
    }

    @Test
    void theLogEntryShouldBeOneOfTheContracts() {
        var alternatives =
                list(at("components/schemas/LogEntry/oneOf")).stream()
                        .map(ref -> lastStep(map(ref).get("$ref")))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(alternatives).isEqualTo(names(LogEntry.class));
    }

    @Test
    void theTopicsShouldBeThoseOfTheContracts() {
        assertThat(map(at("channels")).keySet())
                .containsExactlyInAnyOrder(
                        "realtime",
                        Topics.MESSAGE_EVENTS,
                        Topics.PRESENCE_EVENTS,
                        Topics.MARKER_EVENTS,
                        Topics.TYPING_EVENTS,
                        Topics.PERSONAL_EVENTS,
                        Topics.RECEIPT_EVENTS,
                        Topics.POSTING_EVENTS,
                        Topics.TRANSLATION_REQUEST_EVENTS);
        assertThat(at("channels/realtime/address")).isEqualTo("/api/v1/realtime");
    }

    @Test
    void everyCloseCodeShouldBeExplained() {
        var described = new LinkedHashSet<Integer>();
        var rows =
                Pattern.compile("(?m)^\\| (\\d{4}) \\|")
                        .matcher(String.valueOf(at("info/description")));
        while (rows.find()) {
            described.add(Integer.valueOf(rows.group(1)));
        }
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CloseCode.values()).map(CloseCode::code).toList());
    }

    @Test
    void everyReferenceShouldLeadSomewhere() {
        references(ROOT)
                .forEach(
                        reference ->
                                assertThat(at(reference.substring(2))).as(reference).isNotNull());
    }

    private static Stream<String> references(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                    Stream.concat(
                            Stream.ofNullable(map.get("$ref")).map(String::valueOf),
                            map.values().stream().flatMap(AsyncApiTest::references));
            case List<?> list -> list.stream().flatMap(AsyncApiTest::references);
            case null, default -> Stream.empty();
        };
    }

    private static Set<String> frames(String operation) {
        return list(at("operations/" + operation + "/messages")).stream()
                .map(ref -> lastStep(map(ref).get("$ref")).replaceFirst("^(client|server)\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Class<?> family) {
        return types(family)
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonSubTypes.Type> types(Class<?> family) {
        return Arrays.stream(family.getAnnotation(JsonSubTypes.class).value());
    }

    private static String lastStep(@Nullable Object reference) {
        var text = String.valueOf(reference);
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static @Nullable Object at(String path) {
        @Nullable Object node = ROOT;
        for (var step : path.split("/")) {
            node = map(node).get(step);
        }
        return node;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object node) {
        return node instanceof List<?> found ? (List<Object>) found : List.of();
    }
}
