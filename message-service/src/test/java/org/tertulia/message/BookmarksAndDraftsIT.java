package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.test.SecurityContract;

/** What people keep for themselves: for nobody else, and on all their devices. */
class BookmarksAndDraftsIT extends RealtimeApi implements SecurityContract {

    private Personal my;
    private Personal his;

    @BeforeEach
    void people() {
        my = new Personal(ana, client);
        his = new Personal(bruno, client);
    }

    @Override
    public List<String> securedRequests() {
        var chat = UUID.randomUUID();
        return List.of(
                "PUT /api/v1/chats/" + chat + "/messages/1/bookmark",
                "DELETE /api/v1/chats/" + chat + "/messages/1/bookmark",
                "GET /api/v1/bookmarks",
                "GET /api/v1/drafts",
                "PUT /api/v1/drafts/" + chat,
                "PUT /api/v1/drafts/" + chat + "/1",
                "GET /api/v1/presence",
                "PUT /api/v1/presence");
    }

    @Test
    void aBookmarkShouldBeOnesOwnAndToldToTheOtherDevices() {
        var chat = chatOf(ana, bruno);
        steps.say(bruno, chat, "hola");
        try (var phone = ana.connect(port);
                var b = bruno.connect(port)) {
            my.bookmark(chat.id(), 2).expectStatus().isNoContent();
            var told = phone.await("bookmark");
            assertThat(told.path("chatId").asString()).isEqualTo(chat.id().toString());
            assertThat(told.path("message").asLong()).isEqualTo(2);
            assertThat(told.path("bookmarked").asBoolean()).isTrue();
            var kept = my.list("/api/v1/bookmarks").path("items").path(0);
            assertThat(kept.path("message").path("text").asString()).isEqualTo("hola");
            assertThat(kept.path("savedAt").isString()).isTrue();
            assertThat(his.list("/api/v1/bookmarks").path("items").isEmpty()).isTrue();

            my.bookmark(chat.id(), 2).expectStatus().isNoContent();
            my.unbookmark(chat.id(), 2).expectStatus().isNoContent();
            my.unbookmark(chat.id(), 2).expectStatus().isNoContent();
            phone.await(
                    f ->
                            f.path("op").asString().equals("bookmark")
                                    && !f.path("bookmarked").asBoolean());
            assertThat(my.list("/api/v1/bookmarks").path("items").isEmpty()).isTrue();
            assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("bookmark"));
        }
    }

    @Test
    void onlyWhatIsThereShouldBeBookmarked() {
        var chat = chatOf(ana);
        for (var seq : List.of(-1, 0, 1, 99)) {
            my.bookmark(chat.id(), seq)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo(PROBLEM + "message-not-found");
        }
    }

    @Test
    void whoIsNotAMemberShouldKeepNothingOfAChat() {
        var chat = chatOf(ana);
        steps.say(ana, chat, "hola");
        for (var response :
                List.of(
                        his.bookmark(chat.id(), 2),
                        his.unbookmark(chat.id(), 2),
                        his.put("/api/v1/drafts/{id}", Map.of("text", "x"), chat.id()),
                        his.put("/api/v1/drafts/{id}/2", Map.of("text", "x"), chat.id()))) {
            response.expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo(PROBLEM + "chat-not-found");
        }
    }

    @Test
    void whatOneKeepsOfAChatShouldGoWithTheMembership() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "hola");
        his.bookmark(chat.id(), 2).expectStatus().isNoContent();
        his.draft(chat.id(), "adiós", 0);
        chat.remove(bruno.id());
        Awaitility.await().until(() -> his.list("/api/v1/bookmarks").path("items").isEmpty());

        assertThat(his.list("/api/v1/drafts").path("items").isEmpty()).isTrue();
    }

    @Test
    void bookmarksShouldComeByPageTheNewestFirst() {
        var chat = chatOf(ana);
        for (var seq : List.of(2, 3, 4)) {
            steps.say(ana, chat, "m" + seq);
            my.bookmark(chat.id(), seq).expectStatus().isNoContent();
        }
        var first = my.list("/api/v1/bookmarks?limit=2");
        var second = my.list("/api/v1/bookmarks?limit=2&cursor=" + first.path("next").asString());

        assertThat(first.path("items").valueStream().map(BookmarksAndDraftsIT::text))
                .containsExactly("m4", "m3");
        assertThat(second.path("items").valueStream().map(BookmarksAndDraftsIT::text))
                .containsExactly("m2");
        assertThat(second.path("next").isNull()).isTrue();
        ana.get(client, "/api/v1/bookmarks?cursor=x").expectStatus().isBadRequest();
    }

    private static String text(tools.jackson.databind.JsonNode bookmark) {
        return bookmark.path("message").path("text").asString();
    }

    @Test
    void aDraftShouldBeToldToTheOtherDevicesUntilItIsDeleted() {
        var chat = chatOf(ana, bruno);
        try (var phone = ana.connect(port);
                var b = bruno.connect(port)) {
            var written =
                    Personal.json(
                            my.put(
                                    "/api/v1/drafts/{id}/2",
                                    Map.of("text", "ho\nla ", "replyTo", 2, "baseVersion", 0),
                                    chat.id()));
            var told = phone.await("draft");
            assertThat(told.path("text").asString()).isEqualTo("ho\nla ");
            assertThat(told.path("thread").asLong()).isEqualTo(2);
            assertThat(told.path("replyTo").asLong()).isEqualTo(2);
            assertThat(told.path("version")).isEqualTo(written.path("version"));
            assertThat(my.list("/api/v1/drafts").path("items").path(0)).isEqualTo(written);
            assertThat(his.list("/api/v1/drafts").path("items").isEmpty()).isTrue();

            my.put("/api/v1/drafts/{id}/2", Map.of("text", "\n "), chat.id()).expectStatus().isOk();
            var gone =
                    phone.await(
                            f ->
                                    f.path("op").asString().equals("draft")
                                            && f.path("text").asString().isEmpty());
            assertThat(gone.path("version").asLong())
                    .isGreaterThan(written.path("version").asLong());
            assertThat(my.list("/api/v1/drafts").path("items").isEmpty()).isTrue();
            assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("draft"));
        }
    }

    @Test
    void whatAnotherDeviceHasTypedShouldNotBeLost() {
        var chat = chatOf(ana);
        var base = my.draft(chat.id(), "hola", 0).path("version").asLong();
        my.draft(chat.id(), "hola desde el tren", base);
        var desk = my.draft(chat.id(), "buenos días", base);

        assertThat(desk.path("text").asString()).isEqualTo("buenos días");
        assertThat(desk.path("replaced").path("text").asString()).isEqualTo("hola desde el tren");
        assertThat(my.draft(chat.id(), "", base).path("text").asString()).isEqualTo("buenos días");
        var known = desk.path("version").asLong();
        assertThat(my.draft(chat.id(), "buenos días!", known).has("replaced")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":null}",
                "{\"text\":\"a\\u0000\"}",
                "{\"text\":\"a\",\"replyTo\":0}",
                "{\"text\":\"a\",\"baseVersion\":-1}",
                "{\"text\":\"a\",\"baseVersion\":\"x\"}"
            })
    void aDraftThatIsNotRightShouldBeRefused(String body) {
        var chat = chatOf(ana);
        client.put()
                .uri("/api/v1/drafts/{id}", chat.id())
                .header("Authorization", ana.bearer())
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aDraftShouldHaveTheBoundsOfAMessage() {
        var chat = chatOf(ana);
        for (var text : List.of("x".repeat(4_001), "😀".repeat(4_000) + "x".repeat(385))) {
            my.put("/api/v1/drafts/{id}", Map.of("text", text), chat.id())
                    .expectStatus()
                    .isBadRequest();
        }
        my.put("/api/v1/drafts/{id}/0", Map.of("text", "a"), chat.id())
                .expectStatus()
                .isBadRequest();
        my.put("/api/v1/drafts/{id}", Map.of("text", "x".repeat(4_000)), chat.id())
                .expectStatus()
                .isOk();
    }
}
