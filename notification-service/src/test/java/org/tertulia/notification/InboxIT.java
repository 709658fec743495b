package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.inbox.ToldInATest;
import tools.jackson.databind.JsonNode;

/** What comes into whose inbox, how it grows and how it is read. */
class InboxIT extends NotificationApi {

    @Autowired ToldInATest telling;

    private UUID ana;
    private UUID bruno;
    private UUID eva;

    @BeforeEach
    void people() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
        eva = UUID.randomUUID();
    }

    /** A group in which nobody has anything unread. */
    private TestChat plaza() {
        var chat = TestChat.group(ana, bruno, eva);
        awaitHandled(chat);
        for (var person : List.of(bruno, eva)) {
            chat.mark(person, chat.lastSeq());
            await().until(() -> unread(person) == 0);
        }
        return chat;
    }

    private int unread(UUID person) {
        return json(get(person, "/unread")).path("unread").asInt();
    }

    private List<String> unreadLines(UUID person) {
        return lines(person).stream().filter(line -> line.startsWith("*")).toList();
    }

    @Test
    void aMentionShouldBeToldToWhomItCalls() {
        var chat = plaza();
        var seq = chat.call(ana, "¿Qué tal, @bruno?", bruno);
        chat.say(ana, "Nada más");
        awaitHandled(chat);

        assertThat(unreadLines(bruno)).containsExactly("*mention: ¿Qué tal, @bruno? ×1");
        assertThat(unreadLines(eva)).isEmpty();
        assertThat(lines(ana)).isEmpty();
        var told = inbox(bruno).getFirst();
        assertThat(told.path("chatId").asString()).isEqualTo(chat.id().toString());
        assertThat(told.path("message").asLong()).isEqualTo(seq);
        assertThat(told.path("byId").asString()).isEqualTo(ana.toString());
        assertThat(told.has("thread")).isFalse();
        assertThat(told.has("reminderId")).isFalse();
    }

    @Test
    void aMentionOfAllShouldBeToldToAllOthers() {
        var chat = plaza();
        chat.callAll(bruno, "@all ¡Hola!");
        awaitHandled(chat);

        assertThat(unreadLines(ana)).containsExactly("*mention: @all ¡Hola! ×1");
        assertThat(unreadLines(eva)).containsExactly("*mention: @all ¡Hola! ×1");
        assertThat(unreadLines(bruno)).isEmpty();
    }

    @Test
    void aMentionOfMoreThanOneRoundShouldReachEverybodyOnce() {
        var crowd = LongStream.range(0, 450).mapToObj(_ -> UUID.randomUUID()).toList();
        var chat = TestChat.group(ana, crowd.toArray(UUID[]::new));
        chat.callAll(ana, "@all");
        awaitHandled(chat);

        var told =
                database.sql(
                                "select count(*) as n, count(distinct user_id) as people from notifications"
                                        + " where chat_id = $1 and kind = 'mention'")
                        .bind(0, chat.id())
                        .map(
                                row ->
                                        row.get("n", Long.class)
                                                + " to "
                                                + row.get("people", Long.class))
                        .one()
                        .block(LIMIT);
        assertThat(told).isEqualTo("450 to 450");
    }

    @Test
    void repliesShouldBeToldToWhoseMessageTheyAnswer() {
        var chat = plaza();
        var first = chat.say(bruno, "¿Quién viene?");
        chat.reply(ana, "Yo", first);
        chat.sayInThread(eva, "Yo también", first);
        chat.reply(bruno, "Bien", first);
        awaitHandled(chat);

        assertThat(unreadLines(bruno)).containsExactly("*reply: Yo también ×1", "*reply: Yo ×1");
        assertThat(inbox(bruno).getFirst().path("thread").asLong()).isEqualTo(first);
        assertThat(unreadLines(ana)).isEmpty();
        assertThat(unreadLines(eva)).isEmpty();
    }

    @Test
    void whatIsSaidInAPrivateChatShouldBeOneNotificationThatGrows() {
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "Hola");
        chat.say(ana, "¿Estás?");
        var last = chat.say(ana, "Llámame");
        awaitHandled(chat);

        assertThat(lines(bruno)).containsExactly("*message: Llámame ×3");
        assertThat(inbox(bruno).getFirst().path("message").asLong()).isEqualTo(last);
        assertThat(lines(ana)).isEmpty();
        var events = events(bruno, 3);
        assertThat(versions(events)).containsExactly(1L, 2L, 3L);
        assertThat(events).extracting(e -> e.path("count").asInt()).containsExactly(1, 2, 3);
        assertThat(events).extracting(e -> e.path("unread").asInt()).containsOnly(1);
        assertThat(events)
                .extracting(e -> e.path("notificationId"))
                .hasSameSizeAs(events)
                .containsOnly(events.getFirst().path("notificationId"));

        read(bruno, Map.of("all", true));
        chat.say(ana, "¿Y bien?");
        awaitHandled(chat);
        assertThat(lines(bruno)).containsExactly("*message: ¿Y bien? ×1", "message: Llámame ×3");
    }

    @Test
    void reactionsToOneMessageShouldBeOneNotificationThatGrowsAndShrinks() {
        var chat = plaza();
        var seq = chat.say(bruno, "Ya está");
        chat.react(ana, seq, "🎉");
        chat.react(eva, seq, "👏");
        chat.react(bruno, seq, "🙈");
        awaitHandled(chat);
        assertThat(unreadLines(bruno)).containsExactly("*reaction: 👏 ×2");

        chat.unreact(eva, seq, "👏");
        awaitHandled(chat);
        assertThat(unreadLines(bruno)).containsExactly("*reaction: 🎉 ×1");
        chat.unreact(ana, seq, "🎉");
        awaitHandled(chat);
        assertThat(unreadLines(bruno)).isEmpty();
    }

    @Test
    void whoIsAddedShouldBeTold() {
        var chat = TestChat.group(ana, bruno);
        chat.add(eva, ana);
        var comer = UUID.randomUUID();
        chat.add(comer, comer);
        awaitHandled(chat);

        assertThat(lines(bruno)).containsExactly("*invitation:  ×1");
        assertThat(lines(eva)).containsExactly("*invitation:  ×1");
        assertThat(inbox(eva).getFirst().path("byId").asString()).isEqualTo(ana.toString());
        assertThat(lines(ana)).isEmpty();
        assertThat(lines(comer)).isEmpty();
        chat.mark(eva, chat.lastSeq());
        await().until(() -> unread(eva) == 0);
    }

    @Test
    void peopleShouldBeToldOfWhatTheyChose() {
        var chat = plaza();
        choose(bruno, chat, "all");
        choose(eva, chat, "none");
        chat.say(ana, "uno");
        chat.say(ana, "dos");
        chat.callAll(ana, "tres");
        awaitHandled(chat);

        assertThat(unreadLines(bruno)).containsExactly("*mention: tres ×1", "*message: dos ×2");
        assertThat(unreadLines(eva)).isEmpty();
    }

    @Test
    void oneShouldReadByNameUpToAPlaceOrAll() {
        var chat = plaza();
        for (var text : List.of("a", "b", "c", "d")) {
            chat.call(ana, text, bruno);
        }
        awaitHandled(chat);
        var told = inbox(bruno);
        var before = json(get(bruno, "/unread"));
        assertThat(before.path("unread").asInt()).isEqualTo(4);

        var after = read(bruno, Map.of("ids", List.of(id(told.get(0)), id(told.get(0)))));
        assertThat(after.path("unread").asInt()).isEqualTo(3);
        assertThat(after.path("version").asLong()).isEqualTo(before.path("version").asLong() + 1);
        assertThat(read(bruno, Map.of("ids", List.of(id(told.get(0)))))).isEqualTo(after);
        assertThat(read(bruno, Map.of("through", id(told.get(2)))).path("unread").asInt())
                .isEqualTo(1);
        assertThat(unreadLines(bruno)).containsExactly("*mention: c ×1");
        assertThat(read(bruno, Map.of("all", true)).path("unread").asInt()).isZero();
        assertThat(items(json(get(bruno, "?unread=true")))).isEmpty();
        assertThat(events(bruno, 9).getLast().path("type").asString())
                .isEqualTo("notification.settled");
    }

    private static String id(JsonNode notification) {
        return notification.path("id").asString();
    }

    @Test
    void onlyOneOfThreeWaysToReadShouldBeTaken() {
        for (var body :
                List.<Map<String, ?>>of(
                        Map.of(),
                        Map.of("all", false),
                        Map.of("ids", List.of()),
                        Map.of("ids", List.of(UUID.randomUUID()), "all", true),
                        Map.of(
                                "ids",
                                LongStream.range(0, 101)
                                        .mapToObj(_ -> UUID.randomUUID())
                                        .toList()))) {
            expectProblem(send(HttpMethod.POST, ana, "/read", body), 400, "validation-failed");
        }
    }

    @Test
    void nobodyShouldReadOrSettleWhatIsOthers() {
        var chat = plaza();
        chat.call(ana, "@bruno", bruno);
        awaitHandled(chat);
        var id = id(inbox(bruno).getFirst());

        assertThat(inbox(ana)).isEmpty();
        read(ana, Map.of("ids", List.of(id)));
        expectProblem(
                send(HttpMethod.POST, ana, "/read", Map.of("through", id)),
                404,
                "notification-not-found");
        assertThat(unreadLines(bruno)).hasSize(1);
    }

    @Test
    void onlyMembersShouldChooseOfWhatTheyAreTold() {
        var chat = plaza();
        var direct = TestChat.between(ana, bruno);
        awaitHandled(direct);
        assertThat(level(bruno, chat)).isEqualTo("mentions");
        assertThat(level(bruno, direct)).isEqualTo("all");
        choose(bruno, chat, "none");
        assertThat(level(bruno, chat)).isEqualTo("none");
        assertThat(level(eva, chat)).isEqualTo("mentions");

        var wanted = Map.of("level", "all");
        var stranger = UUID.randomUUID();
        var path = "/chats/" + chat.id();
        expectProblem(get(stranger, path), 404, "chat-not-found");
        expectProblem(send(HttpMethod.PUT, stranger, path, wanted), 404, "chat-not-found");
        expectProblem(
                send(HttpMethod.PUT, bruno, path, Map.of("level", "some")),
                400,
                "malformed-request");
        expectProblem(send(HttpMethod.PUT, bruno, path, Map.of()), 400, "validation-failed");

        chat.remove(bruno);
        awaitHandled(chat);
        expectProblem(get(bruno, path), 404, "chat-not-found");
        expectProblem(send(HttpMethod.PUT, bruno, path, wanted), 404, "chat-not-found");
        chat.add(bruno, ana);
        awaitHandled(chat);
        assertThat(level(bruno, chat)).isEqualTo("mentions");
    }

    private String level(UUID person, TestChat chat) {
        return json(get(person, "/chats/" + chat.id()).expectStatus().isOk())
                .path("level")
                .asString();
    }

    @Test
    void theInboxShouldComeByPage() {
        telling.often(ana, NotificationKind.MENTION, 1, 5).block(LIMIT);
        var first = json(get(ana, "?limit=2"));
        var second = json(get(ana, "?limit=2&cursor=" + first.path("next").asString()));
        var third = json(get(ana, "?limit=2&cursor=" + second.path("next").asString()));
        assertThat(List.of(first, second, third))
                .flatMap(NotificationApi::items)
                .extracting(item -> item.path("excerpt").asString())
                .containsExactly("said 5", "said 4", "said 3", "said 2", "said 1");
        assertThat(third.path("next").isNull()).isTrue();
    }

    @Test
    void aBurstShouldBeCountedUpToItsBound() {
        telling.often(ana, NotificationKind.MESSAGE, 1, 103).block(LIMIT);
        assertThat(lines(ana)).containsExactly("*message: said 103 ×100");
        var kept =
                database.sql("select count(*) from causes where user_id = $1")
                        .bind(0, ana)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT);
        assertThat(kept).isEqualTo(100);
    }

    @Test
    void onlyTheNewestShouldBeKept() {
        telling.often(ana, NotificationKind.MENTION, 1, 1_003).block(LIMIT);
        assertThat(unread(ana)).isEqualTo(1_000);
        var oldest =
                database.sql(
                                "select excerpt from notifications where user_id = $1 order by version limit 1")
                        .bind(0, ana)
                        .mapValue(String.class)
                        .one()
                        .block(LIMIT);
        assertThat(oldest).isEqualTo("said 4");
    }
}
