package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.load.client.ChatView;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.MadeUpPhoto;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;

/**
 * People talk: private, group and public chats through the gateway, messages both ways in one order,
 * unread counts and read markers on all devices of a person, history by page.
 */
@Order(1)
class ConversationIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOKED_INTO = Duration.ofSeconds(30);

    private final Suite suite = Suite.running();
    private final List<LiveClient> clients = new ArrayList<>();

    @AfterEach
    void leave() {
        clients.forEach(LiveClient::close);
    }

    @Test
    void twoPeopleShouldTalkInAPrivateChat() throws Exception {
        var ana = live(Person.register(suite.gateway(), "ana"));
        var beto = live(Person.register(suite.gateway(), "beto"));
        var chat = ana.person().chats().privateWith(beto.person());
        awaitChat(chat.id(), ana, beto);

        var last = 0L;
        for (var turn = 1; turn <= 10; turn++) {
            last = say(ana, chat, "¿Qué tal? " + turn);
            last = say(beto, chat, "Bien, ¿y tú? " + turn);
        }
        awaitPosition(chat.id(), last, ana, beto);

        assertThat(texts(ana, chat.id())).hasSize(20).startsWith("¿Qué tal? 1", "Bien, ¿y tú? 1");
        assertThat(tail(ana, chat.id(), 20)).isEqualTo(tail(beto, chat.id(), 20));
        assertNoViolations();
    }

    @Test
    void aSecondPrivateChatOfTheSameTwoShouldBeTheFirst() {
        var ana = suite.person("ana");
        var beto = suite.person("beto");
        var first = ana.post("/api/v1/chats/private", Map.of("userId", beto.id()));
        var second = beto.post("/api/v1/chats/private", Map.of("userId", ana.id()));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.as(ChatView.class).id()).isEqualTo(first.as(ChatView.class).id());
    }

    @Test
    void aGroupShouldBeToldToAllItsMembersAndNobodyElse() throws Exception {
        var ana = live(suite.person("ana"));
        var beto = live(suite.person("beto"));
        var carmen = live(suite.person("carmen"));
        var dario = suite.person("dario");
        var chat = ana.person().chats().group("Cine", List.of(beto.person(), carmen.person()));
        awaitChat(chat.id(), ana, beto, carmen);
        var last = say(carmen, chat, "¿El jueves?");
        awaitPosition(chat.id(), last, ana, beto, carmen);

        assertThat(chat.kind()).isEqualTo(ChatKind.GROUP);
        assertThat(texts(beto, chat.id())).contains("¿El jueves?");
        assertThat(dario.chats().tryPost(chat.id(), UUID.randomUUID(), "hola").status())
                .isIn(403, 404);
        assertThat(dario.get("/api/v1/chats/" + chat.id()).status()).isEqualTo(404);
        assertThat(dario.get("/api/v1/chats/" + chat.id() + "/messages").status()).isIn(403, 404);
        assertNoViolations();
    }

    @Test
    void aPublicChatShouldBeFoundJoinedAndLeft() throws Exception {
        var ana = live(suite.person("ana"));
        var beto = live(suite.person("beto"));
        var title = "Libros " + UUID.randomUUID();
        var chat = ana.person().chats().publicChat(title);
        var found = beto.person().get("/api/v1/chats/public?query=" + title.replace(' ', '+'));
        beto.person().chats().join(chat.id());
        awaitChat(chat.id(), ana, beto);
        var last = say(beto, chat, "¿Qué leéis?");
        awaitPosition(chat.id(), last, ana, beto);
        beto.person()
                .delete("/api/v1/chats/%s/members/%s".formatted(chat.id(), beto.person().id()))
                .success();

        assertThat(found.json().path("items").findValuesAsString("title")).contains(title);
        beto.state().await("chat removed", LIMIT, it -> it.replica(chat.id()).isEmpty());
        assertThat(beto.person().chats().tryPost(chat.id(), UUID.randomUUID(), "…").status())
                .isIn(403, 404);
        assertNoViolations();
    }

    @Test
    void unreadCountsShouldFollowMessagesAndMarkersOnAllDevices() throws Exception {
        var ana = live(suite.person("ana"));
        var betoPhone = suite.person("beto");
        var chat = ana.person().chats().privateWith(betoPhone);
        awaitChat(chat.id(), ana);
        for (var i = 1; i <= 3; i++) {
            say(ana, chat, "mensaje " + i);
        }
        var last = say(ana, chat, "mensaje 4");
        var phone = live(betoPhone);
        var laptop = live(betoPhone.onAnotherDevice("laptop"));
        assertThat(phone.state().summary(chat.id()).orElseThrow().unread()).isEqualTo(4);

        phone.markRead(chat.id(), last - 1);
        laptop.state().await("marker", LIMIT, it -> it.lastRead(chat.id()).isPresent());

        assertThat(laptop.state().lastRead(chat.id()).orElseThrow().unread()).isEqualTo(1);
        assertThat(unread(betoPhone, chat.id())).isEqualTo(1);
        assertThat(betoPhone.chats().markRead(chat.id(), last)).isZero();
        assertThat(betoPhone.chats().markRead(chat.id(), 1)).as("never back").isZero();
        assertThat(unread(ana.person(), chat.id())).as("one's own do not count").isZero();
    }

    @Test
    void historyShouldComeByPageWithoutHolesOrRepeats() {
        var ana = suite.person("ana");
        var chat = ana.chats().group("Apuntes", List.of());
        var posted = new ArrayList<MessageView>();
        for (var i = 1; i <= 23; i++) {
            posted.add(ana.chats().post(chat.id(), "apunte " + i));
        }

        var newest = ana.chats().history(chat.id(), null, 10);
        var older = ana.chats().history(chat.id(), newest.before(), 10);
        var oldest = ana.chats().history(chat.id(), older.before(), 10);
        var all = new ArrayList<>(oldest.items());
        all.addAll(older.items());
        all.addAll(newest.items());

        assertThat(all).isEqualTo(posted);
        assertThat(oldest.items()).hasSize(3);
        assertThat(oldest.before()).isNull();
    }

    @Test
    void everyKindOfLogEntryShouldComeInOneOrder() throws Exception {
        var ana = live(suite.person("ana"));
        var beto = suite.person("beto");
        var chat = ana.person().chats().group("Excursión", List.of());
        awaitChat(chat.id(), ana);
        ana.follow(chat.id(), 0);
        var members = "/api/v1/chats/%s/members/%s".formatted(chat.id(), beto.id());
        ana.person().put(members, Map.of()).success();
        ana.person().put("/api/v1/chats/" + chat.id(), Map.of("title", "Viaje")).success();
        ana.person().delete(members).success();

        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(entries(ana, chat.id()))
                                        .extracting(it -> it.getClass().getSimpleName())
                                        .containsExactly(
                                                "ChatOpened",
                                                "MemberJoined",
                                                "ChatRevised",
                                                "MemberLeft"));
        assertNoViolations();
    }

    @Test
    void picturesAndEmojiOfAChatShouldBeInItsLog() throws Exception {
        suite.mediaService();
        var ana = live(suite.person("ana"));
        var beto = live(suite.person("beto"));
        var chat = ana.person().chats().group("Café", List.of(beto.person()));
        awaitChat(chat.id(), ana, beto);
        beto.follow(chat.id(), 0);
        var shown = Map.of("mediaId", picture(ana.person()));
        var emoji = "/api/v1/chats/%s/emoji/cafe".formatted(chat.id());
        ana.person().put("/api/v1/chats/%s/picture".formatted(chat.id()), shown).success();
        ana.person().put(emoji, shown).success();
        ana.person().delete(emoji).success();

        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(entries(beto, chat.id()))
                                        .extracting(it -> it.getClass().getSimpleName())
                                        .containsExactly(
                                                "ChatOpened",
                                                "ChatRevised",
                                                "EmojiDefined",
                                                "EmojiDropped"));
        assertNoViolations();
    }

    /** A picture of somebody's that was looked into. */
    private UUID picture(Person person) {
        var id = person.media().upload("foto.jpg", new MadeUpPhoto(1, 640, 480).jpeg());
        await().atMost(LOOKED_INTO).until(() -> person.media().get(id).state().equals("ready"));
        return id;
    }

    private LiveClient live(Person person) {
        var client = LiveClient.start(person).awaitHello(LIMIT);
        clients.add(client);
        return client;
    }

    private static void awaitChat(UUID chatId, LiveClient... who) {
        for (var client : who) {
            client.state().awaitPosition(chatId, 0, LIMIT);
        }
    }

    private static void awaitPosition(UUID chatId, long seq, LiveClient... who) {
        for (var client : who) {
            client.state().awaitPosition(chatId, seq, LIMIT);
        }
    }

    private static long say(LiveClient who, ChatView chat, String text) throws Exception {
        return who.send(chat.id(), text).get(LIMIT.toSeconds(), TimeUnit.SECONDS).seq();
    }

    private static List<LogEntry> entries(LiveClient client, UUID chatId) {
        return client.state().replica(chatId).orElseThrow().entries();
    }

    private static List<LogEntry> tail(LiveClient client, UUID chatId, int count) {
        var all = entries(client, chatId);
        return all.subList(all.size() - count, all.size());
    }

    private static List<String> texts(LiveClient client, UUID chatId) {
        return entries(client, chatId).stream()
                .filter(MessagePosted.class::isInstance)
                .map(it -> ((MessagePosted) it).text())
                .toList();
    }

    private static long unread(Person person, UUID chatId) {
        return Objects.requireNonNull(person.chats().conversation(chatId)).unread();
    }

    private void assertNoViolations() {
        assertThat(clients).allSatisfy(it -> assertThat(it.state().violations()).isEmpty());
    }
}
