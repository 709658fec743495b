package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;
import static org.tertulia.chat.Person.expectProblem;
import static org.tertulia.chat.Person.json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Lists of chats and members, and keys for creations, over HTTP. */
class ChatListsIT extends ChatApi {

    private Person ana = stranger();
    private Person ben = stranger();
    private Person eva = stranger();

    @BeforeEach
    void people() {
        USER_SERVICE.reset();
        ana = person();
        ben = person();
        eva = person();
    }

    @Test
    void myChatsAreListedByPageNewestFirst() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(i % 2 == 0 ? ana.group("G" + i) : ana.publicChat("P" + i));
        }
        assertThat(pages("?limit=2")).isEqualTo(expected);
        assertThat(pages("/group?limit=2"))
                .containsExactly(expected.get(0), expected.get(2), expected.get(4));
        assertThat(pages("/private?limit=2")).isEmpty();
    }

    private List<String> pages(String path) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json(ana.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            page.path("items").forEach(chat -> ids.add(chat.path("id").asString()));
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void membersAreListedByPageInTheOrderTheyJoined() {
        var chat = ana.group("Tapas", eva, ben);
        var first = json(ana.get("/" + chat + "/members?limit=2"));
        assertThat(Person.roles(first.path("items")))
                .containsExactly(ana.id() + " owner", eva.id() + " member");
        var next = first.path("next").asString();
        var second = json(ana.get("/" + chat + "/members?limit=2&cursor=" + next));
        assertThat(Person.roles(second.path("items"))).containsExactly(ben.id() + " member");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void theDirectoryFindsPublicChatsForEverybody() {
        var word = "zz" + UUID.randomUUID().toString().substring(0, 8);
        var chat = ana.publicChat("Música " + word);
        ana.group("Música " + word);
        var found = json(eva.get("/public?query=MUSICA " + word)).path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).path("id").asString()).isEqualTo(chat);
        assertThat(found.get(0).path("myRole").isNull()).isTrue();
        assertThat(found.get(0).path("members").isNull()).isTrue();
    }

    @Test
    void badPagesAreRefused() {
        expectProblem(ana.get("?limit=0"), 400, "validation-failed");
        expectProblem(ana.get("?limit=101"), 400, "validation-failed");
        expectProblem(ana.get("?limit=x"), 400, "malformed-request");
        for (var path : List.of("", "/private", "/group", "/public")) {
            expectProblem(ana.get(path + "?cursor=nonsense"), 400, "malformed-request");
            expectProblem(ana.get(path + "?cursor=%25%25"), 400, "malformed-request");
        }
        expectProblem(ana.get("/public?query=a&cursor=nonsense"), 400, "malformed-request");
        expectProblem(ana.get("/public?query=" + "a".repeat(101)), 400, "validation-failed");
        var chat = ana.publicChat("Plaza");
        expectProblem(ana.get("/" + chat + "/members?cursor=bm9uZQ"), 400, "malformed-request");
        expectProblem(ana.get("/not-an-id"), 400, "malformed-request");
    }

    @Test
    void aKeyMakesARepeatTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var first = create(key, "Once").expectStatus().isCreated();
        var second = create(key, "Once").expectStatus().isCreated();
        second.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        assertThat(json(second)).isEqualTo(json(first));
        expectProblem(create(key, "Twice"), 422, "idempotency-key-reused");
        expectProblem(create("no good", "Once"), 400, "validation-failed");
        assertThat(json(ana.get("")).path("items").size()).isEqualTo(1);
    }

    @Test
    void aKeyOfADeletedChatTellsNothingOfIt() {
        var key = UUID.randomUUID().toString();
        var chat = json(create(key, "Secret")).path("id").asString();
        expect(204, ana.delete("/" + chat));
        var problem = expectProblem(create(key, "Secret"), 404, "not-found");
        assertThat(problem.toString()).doesNotContain("Secret");
    }

    private ResponseSpec create(String key, String title) {
        return ana.request(HttpMethod.POST, "/public")
                .header("Idempotency-Key", key)
                .bodyValue(title(title))
                .exchange();
    }
}
