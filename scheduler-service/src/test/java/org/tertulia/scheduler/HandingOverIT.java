package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.test.TestEvents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Time passes: which messages are handed over, when, how often, and what becomes of them. */
class HandingOverIT extends ScheduledMessagesApi {

    private static final int MANY = 600;
    private static final int AT_ONCE = 60;

    @Autowired private Environment environment;

    @Test
    void aMessageShouldBeHandedOverWhenItIsDueAndSentWhenItIsPosted() {
        var chat = chatOf(ana).id();
        var due = in(Duration.ofHours(1));
        var photo = UUID.randomUUID();
        var body =
                Map.of(
                        "chatId",
                        chat,
                        "text",
                        "¡Hola!",
                        "dueAt",
                        due,
                        "thread",
                        3,
                        "replyTo",
                        7,
                        "attachments",
                        List.of(Map.of("mediaId", photo, "alt", "Una tarta")));
        var made = expect(201, schedule(ana, body));
        CLOCK.advance(Duration.ofMinutes(59));
        assertThat(now(ana, made)).isEqualTo(made);

        CLOCK.setTo(due);
        assertThat(awaitState(ana, made, "sending").path("version").asInt()).isEqualTo(2);
        var event = handedOver(chat, 1).getFirst();
        assertThat(types(events(chat, 2)))
                .containsExactly("scheduled-message.files-held", "scheduled-message.due");
        assertThat(event.path("type").asString()).isEqualTo("scheduled-message.due");
        assertThat(event.path("scheduledMessageId")).isEqualTo(made.path("scheduledMessageId"));
        assertThat(event.path("authorId").asString()).isEqualTo(ana.toString());
        assertThat(event.path("text").asString()).isEqualTo("¡Hola!");
        assertThat(event.path("thread").asInt()).isEqualTo(3);
        assertThat(event.path("replyTo").asInt()).isEqualTo(7);
        assertThat(event.at("/attachments/0/mediaId").asString()).isEqualTo(photo.toString());
        assertThat(event.at("/attachments/0/alt").asString()).isEqualTo("Una tarta");
        assertThat(event.path("dueAt").asString()).isEqualTo(due.toString());

        posted(made, chat, 9);
        var sent = awaitState(ana, made, "sent");
        assertThat(sent.path("message").asInt()).isEqualTo(9);
        assertThat(sent.path("version").asInt()).isEqualTo(3);
        assertThat(types(events(chat, 3)))
                .containsExactly(
                        "scheduled-message.files-held",
                        "scheduled-message.due",
                        "scheduled-message.files-released");
    }

    @Test
    void filesShouldBeHeldUntilTheirMessageIsCancelledOrRefused() {
        var chat = chatOf(ana).id();
        var files = List.of(UUID.randomUUID(), UUID.randomUUID());
        var attachments = files.stream().map(file -> Map.of("mediaId", file)).toList();
        var body =
                Map.of(
                        "chatId",
                        chat,
                        "dueAt",
                        in(Duration.ofHours(1)),
                        "attachments",
                        attachments);
        var cancelled = expect(201, schedule(ana, body));
        var held = events(chat, 1).getFirst();
        assertThat(held.path("authorId").asString()).isEqualTo(ana.toString());
        assertThat(held.path("attachments").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(files.stream().map(UUID::toString).toList());
        cancel(ana, cancelled).expectStatus().isNoContent();
        var refused = expect(201, schedule(ana, body));
        expect(200, send(ana, refused));
        refuse(refused, chat);
        awaitState(ana, refused, "refused");
        cancel(ana, refused).expectStatus().isNoContent();
        schedule(ana, chat, "without files", in(Duration.ofHours(1)));

        var events = events(chat, 5);
        assertThat(types(events))
                .containsExactly(
                        "scheduled-message.files-held",
                        "scheduled-message.files-released",
                        "scheduled-message.files-held",
                        "scheduled-message.due",
                        "scheduled-message.files-released");
        assertThat(idOf(events.get(1))).isEqualTo(idOf(cancelled));
        assertThat(idOf(events.getLast())).isEqualTo(idOf(refused));
    }

    @Test
    void anAnswerThatComesAgainShouldChangeNothing() {
        var chat = chatOf(ana).id();
        var one = sent(chat);
        var other = sent(chat);
        posted(one, chat, 9);
        refuse(one, chat);
        posted(one, chat, 9);
        posted(other, chat, 10);
        awaitState(ana, other, "sent");

        var now = now(ana, one);
        assertThat(now.path("state").asString()).isEqualTo("sent");
        assertThat(now.path("version").asInt()).isEqualTo(3);
        assertThat(handedOver(chat, 2)).hasSize(2);
    }

    @Test
    void whatIsRefusedShouldSayWhyUnlessItWasPostedAllTheSame() {
        var chat = chatOf(ana).id();
        var made = sent(chat);
        refuse(made, chat);
        var refused = awaitState(ana, made, "refused");
        assertThat(refused.at("/refusal/type").asString())
                .isEqualTo("urn:tertulia:problem:chat-not-found");
        assertThat(refused.at("/refusal/detail").asString()).isEqualTo("There is no such chat.");
        assertThat(refused.get("message").isNull()).isTrue();
        expectProblem(send(ana, made), 409, "scheduled-message-not-waiting");

        posted(made, chat, 9);
        assertThat(awaitState(ana, made, "sent").get("refusal").isNull()).isTrue();
    }

    @Test
    void whatIsOnItsWayShouldNotBeHeldUp() {
        var chat = chatOf(ana).id();
        var made = sent(chat);

        expectProblem(change(ana, made, Map.of("text", "x")), 409, "scheduled-message-not-waiting");
        expectProblem(cancel(ana, made), 409, "scheduled-message-not-waiting");
        assertThat(expect(200, send(ana, made))).isEqualTo(now(ana, made));
        posted(made, chat, 9);
        var sent = awaitState(ana, made, "sent");
        assertThat(expect(200, send(ana, made))).isEqualTo(sent);
        expectProblem(change(ana, made, Map.of("text", "x")), 409, "scheduled-message-not-waiting");
        cancel(ana, made).expectStatus().isNoContent();
        expectProblem(readScheduled(ana, made), 404, "not-found");
        assertThat(handedOver(chat, 1)).hasSize(1);
    }

    @Test
    void whatIsSentNowShouldNotBeSentAgainWhenItIsDue() {
        var chat = chatOf(ana).id();
        var made = hourly(ana, chat);
        var sending = expect(200, send(ana, made));
        assertThat(sending.path("state").asString()).isEqualTo("sending");
        assertThat(handedOver(chat, 1).getFirst().path("dueAt")).isEqualTo(made.path("dueAt"));

        CLOCK.advance(Duration.ofHours(2));
        var later = schedule(ana, chat, "later", in(Duration.ofMinutes(1)));
        CLOCK.advance(Duration.ofMinutes(1));
        awaitState(ana, later, "sending");
        assertThat(texts(handedOver(chat, 2))).containsExactly("¡Hola!", "later");
    }

    @Test
    void aCancelledMessageShouldNeverBeHandedOver() {
        var chat = chatOf(ana).id();
        var made = hourly(ana, chat);
        cancel(ana, made).expectStatus().isNoContent();
        var other = schedule(ana, chat, "other", in(Duration.ofHours(2)));
        CLOCK.advance(Duration.ofHours(3));
        awaitState(ana, other, "sending");
        assertThat(texts(handedOver(chat, 1))).containsExactly("other");
    }

    /** Each edit was in time, and is what is posted, or came too late, and was refused. */
    @Test
    void ofAnEditAndTheHandingOverOneShouldComeFirst() {
        var chat = chatOf(ana).id();
        var due = in(Duration.ofHours(1));
        var made = numbered(chat, due, AT_ONCE);
        CLOCK.setTo(due);
        var statuses = atOnce(made, it -> change(ana, it, Map.of("text", "edited")));

        assertThat(statuses).isSubsetOf(200, 409);
        made.forEach(it -> awaitState(ana, it, "sending"));
        var events = handedOver(chat, AT_ONCE);
        assertThat(events).hasSize(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            var now = now(ana, made.get(i));
            var text = statuses.get(i) == 200 ? "edited" : made.get(i).path("text").asString();
            assertThat(now.path("text").asString()).isEqualTo(text);
            assertThat(event(events, now).path("text").asString()).isEqualTo(text);
        }
    }

    @Test
    void ofACancelAndTheHandingOverOneShouldComeFirst() {
        var chat = chatOf(ana).id();
        var due = in(Duration.ofHours(1));
        var made = numbered(chat, due, AT_ONCE);
        CLOCK.setTo(due);
        var statuses = atOnce(made, it -> cancel(ana, it));

        assertThat(statuses).isSubsetOf(204, 409);
        var left = IntStream.range(0, AT_ONCE).filter(i -> statuses.get(i) == 409);
        var expected = left.mapToObj(i -> made.get(i)).toList();
        expected.forEach(it -> awaitState(ana, it, "sending"));
        var last = schedule(ana, chat, "last", in(Duration.ofMinutes(1)));
        CLOCK.advance(Duration.ofMinutes(1));
        awaitState(ana, last, "sending");
        var texts = new ArrayList<>(texts(expected));
        texts.add("last");
        assertThat(texts(handedOver(chat, texts.size())))
                .containsExactlyInAnyOrderElementsOf(texts);
    }

    /** Whichever instance is at it: the messages for a chat leave as they are due. */
    @Test
    void eachOfManyShouldBeHandedOverOnceAndInOrderByTwoInstances() {
        var chat = chatOf(ana).id();
        try (var _ = SecondInstance.beside(environment, CLOCK)) {
            insertMany(chat);
            CLOCK.setTo(in(Duration.ofHours(2)));
            awaitNoneWaiting(chat);
        }
        assertThat(texts(handedOver(chat, MANY))).isEqualTo(numbers());
    }

    @Test
    void eachOfManyShouldBeHandedOverOnceWhenAnInstanceIsClosedInTheMiddle() {
        var chat = chatOf(ana).id();
        try (var _ = SecondInstance.beside(environment, CLOCK)) {
            insertMany(chat);
            CLOCK.setTo(in(Duration.ofHours(2)));
            Awaitility.await().atMost(LIMIT).until(() -> waiting(chat) < MANY);
        }
        awaitNoneWaiting(chat);
        assertThat(texts(handedOver(chat, MANY))).isEqualTo(numbers());
    }

    /** A message that is on its way. */
    private JsonNode sent(UUID chat) {
        var made = hourly(ana, chat);
        expect(200, send(ana, made));
        return made;
    }

    private List<JsonNode> numbered(UUID chat, Instant due, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> schedule(ana, chat, "no. " + i, due))
                .toList();
    }

    private static List<Integer> atOnce(
            List<JsonNode> messages, Function<JsonNode, ResponseSpec> what) {
        return Flux.fromIterable(messages)
                .flatMapSequential(
                        it ->
                                Mono.fromCallable(() -> status(what.apply(it)))
                                        .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .collectList()
                .block(Duration.ofSeconds(60));
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(byte[].class).getStatus().value();
    }

    private static JsonNode event(List<JsonNode> events, JsonNode message) {
        return events.stream()
                .filter(it -> idOf(it).equals(idOf(message)))
                .findFirst()
                .orElseThrow();
    }

    private void posted(JsonNode message, UUID chat, long seq) {
        TestEvents.publish(
                Topics.POSTING_EVENTS,
                new ScheduledMessagePosted(idOf(message), chat, ana, seq, Instant.now()));
    }

    private void refuse(JsonNode message, UUID chat) {
        TestEvents.publish(
                Topics.POSTING_EVENTS,
                new ScheduledMessageRefused(
                        idOf(message),
                        chat,
                        ana,
                        "¡Hola!",
                        "urn:tertulia:problem:chat-not-found",
                        "There is no such chat.",
                        Instant.now()));
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, MANY).mapToObj(Integer::toString).toList();
    }

    private void insertMany(UUID chat) {
        database.sql(
                        """
                        insert into scheduled_messages (scheduled_message_id, user_id, chat_id, text, attachments, alts,
                            due_at, zone, state, version, created_at, changed_at)
                        select uuidv7(), :person, :chat, n::text, '{}', '{}', :due::timestamptz + n * interval '1 second',
                            'UTC', 'waiting', 1, now(), now()
                        from generate_series(1, :count) as n order by n desc
                        """)
                .bind("person", ana)
                .bind("chat", chat)
                .bind("due", in(Duration.ofHours(1)))
                .bind("count", MANY)
                .then()
                .block(LIMIT);
    }

    private long waiting(UUID chat) {
        return database.sql(
                        "select count(*) from scheduled_messages where chat_id = $1 and state = 'waiting'")
                .bind(0, chat)
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }

    private void awaitNoneWaiting(UUID chat) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waiting(chat) == 0);
    }
}
