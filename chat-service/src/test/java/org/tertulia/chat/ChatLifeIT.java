package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;
import static org.tertulia.chat.Person.expectProblem;
import static org.tertulia.chat.Person.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.KafkaRecords;

/** Chats as people live with them, over HTTP. */
class ChatLifeIT extends ChatApi {

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
    void aGroupIsCreatedWithItsMembers() {
        var members = List.of(ben.id(), ana.id(), ben.id());
        var created =
                ana.post("/group", Map.of("title", " Tapas ", "memberIds", members))
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals(HttpHeaders.ETAG, "\"1\"");
        var chat = json(created);
        created.expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/api/v1/chats/" + chat.path("id").asString());
        assertThat(chat.path("title").asString()).isEqualTo("Tapas");
        assertThat(chat.path("description").asString()).isEmpty();
        assertThat(chat.path("kind").asString()).isEqualTo("group");
        assertThat(chat.path("myRole").asString()).isEqualTo("owner");
        assertThat(chat.path("createdBy").asString()).isEqualTo(ana.id().toString());
        assertThat(chat.path("memberCount").asInt()).isEqualTo(2);
        assertThat(Person.roles(chat.path("members")))
                .containsExactly(ana.id() + " owner", ben.id() + " member");
        assertThat(ben.read(chat.path("id").asString()).path("myRole").asString())
                .isEqualTo("member");
    }

    @Test
    void aPrivateChatBegunFromTheOtherSideIsTheSame() {
        var chat = ana.privateChat(ben);
        var again = ben.post("/private", Map.of("userId", ana.id())).expectStatus().isOk();
        assertThat(json(again).path("id").asString()).isEqualTo(chat);
        var seen = ana.read(chat);
        assertThat(seen.path("title").isNull()).isTrue();
        assertThat(Person.roles(seen.path("members")))
                .containsExactlyInAnyOrder(ana.id() + " member", ben.id() + " member");
    }

    @Test
    void aPrivateChatWithOneselfIsRefused() {
        var problem =
                expectProblem(
                        ana.post("/private", Map.of("userId", ana.id())), 400, "validation-failed");
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("userId");
    }

    @Test
    void peopleThereAreNotAreRefusedByTheFieldThatNamesThem() {
        userServiceKnows(ben);
        var nobody = UUID.randomUUID();
        var request = Map.of("title", "Tapas", "memberIds", List.of(ben.id(), nobody));
        var problem = expectProblem(ana.post("/group", request), 400, "validation-failed");
        assertThat(problem.path("errors").size()).isEqualTo(1);
        assertThat(problem.path("errors").get(0).path("field").asString())
                .isEqualTo("memberIds[1]");

        var one =
                expectProblem(
                        ana.post("/private", Map.of("userId", nobody)), 400, "validation-failed");
        assertThat(one.path("errors").get(0).path("field").asString()).isEqualTo("userId");
        var chat = ana.publicChat("Plaza");
        var added =
                expectProblem(ana.put("/" + chat + "/members/" + nobody), 400, "validation-failed");
        assertThat(added.path("errors").get(0).path("field").asString()).isEqualTo("userId");
    }

    @Test
    void somebodyNotHeardOfYetIsLookedUpInTheCallersName() {
        var fresh = stranger();
        userServiceKnows(fresh);
        ana.privateChat(fresh);
        var asked = USER_SERVICE.received().getFirst();
        assertThat(asked.uri().getQuery()).isEqualTo("ids=" + fresh.id());
        assertThat(asked.authorization()).startsWith("Bearer ey");

        USER_SERVICE.reset();
        ben.privateChat(fresh);
        assertThat(USER_SERVICE.received()).isEmpty();
    }

    @Test
    void whileTheUserServiceIsAwayOnlyPeopleHeardOfCanBeAdded() {
        USER_SERVICE.answer("GET", "/api/v1/users", 500, "{}");
        var unknown = Map.of("userId", stranger().id());
        var answer = ana.post("/private", unknown);
        answer.expectHeader().exists(HttpHeaders.RETRY_AFTER);
        expectProblem(answer, 503, "service-unavailable");
        ana.privateChat(ben);

        USER_SERVICE.answer("GET", "/api/v1/users", 401, "{}");
        expectProblem(ana.post("/private", unknown), 401, "unauthenticated");
        USER_SERVICE.answer("GET", "/api/v1/users", 403, "{}");
        expectProblem(ana.post("/private", unknown), 503, "service-unavailable");
    }

    @Test
    void textIsCheckedByTheFieldItIsIn() {
        for (var title : List.of("", "  ", "a\nb", "a\u0000", "x".repeat(101))) {
            var problem =
                    expectProblem(ana.post("/public", title(title)), 400, "validation-failed");
            assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("title");
        }
        expectProblem(ana.post("/public", Map.of()), 400, "validation-failed");
        var tooLong = Map.of("title", "Plaza", "description", "x".repeat(501));
        var problem = expectProblem(ana.post("/public", tooLong), 400, "validation-failed");
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("description");
        expect(
                201,
                ana.post("/public", Map.of("title", "\u00F1".repeat(100), "description", "a\nb")));
    }

    @Test
    void aGroupBeginsWithAtMostTwoHundredOthers() {
        var ids = IntStream.range(0, 201).mapToObj(_ -> UUID.randomUUID()).toList();
        var problem =
                expectProblem(
                        ana.post("/group", Map.of("title", "Many", "memberIds", ids)),
                        400,
                        "validation-failed");
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("memberIds");
    }

    @Test
    void editingMakesTheNextVersionUnlessNothingChanges() {
        var chat = ana.group("Tapas", ben);
        ana.put("/" + chat, Map.of("title", "Pinchos", "description", "at nine"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");
        var again = ana.put("/" + chat, Map.of("title", "Pinchos", "description", "at nine"));
        again.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        assertThat(ben.read(chat).path("description").asString()).isEqualTo("at nine");
    }

    @Test
    void ifMatchGuardsAnEdit() {
        var chat = ana.group("Tapas", ben);
        expect(200, edit(chat, "\"1\"", "Second"));
        expectProblem(edit(chat, "\"1\"", "Third"), 412, "precondition-failed");
        expectProblem(edit(chat, "W/\"2\"", "Third"), 412, "precondition-failed");
        expect(200, edit(chat, "*", "Fourth"));
        expect(200, edit(chat, "\"1\", \"3\"", "Fifth"));
        assertThat(ana.read(chat).path("title").asString()).isEqualTo("Fifth");
    }

    private ResponseSpec edit(String chat, String ifMatch, String title) {
        return ana.request(HttpMethod.PUT, "/" + chat)
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .bodyValue(title(title))
                .exchange();
    }

    @Test
    void aReaderWhoHasTheVersionGetsNoBody() {
        var chat = ana.publicChat("Plaza");
        ana.request(HttpMethod.GET, "/" + chat)
                .header(HttpHeaders.IF_NONE_MATCH, "\"1\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void whenTheOwnerLeavesTheOldestAdministratorFollowsThenTheOldestMember() {
        var chat = ana.group("Tapas", ben, eva);
        expect(200, ana.setRole(chat, eva, "admin"));
        expect(204, ana.leave(chat));
        assertThat(eva.read(chat).path("myRole").asString()).isEqualTo("owner");
        expect(204, eva.leave(chat));
        assertThat(ben.read(chat).path("myRole").asString()).isEqualTo("owner");
        expect(204, ben.leave(chat));
        expectProblem(ben.get("/" + chat), 404, "not-found");
        var events = KafkaRecords.of("chat.events.v1").awaitRecords(7, r -> chat.equals(r.key()));
        assertThat(events)
                .extracting(r -> Objects.requireNonNull(r.type()).replace("org.tertulia.", ""))
                .containsExactly(
                        "chat.created.v1",
                        "member.role-changed.v1",
                        "member.removed.v1",
                        "member.role-changed.v1",
                        "member.removed.v1",
                        "member.role-changed.v1",
                        "chat.deleted.v1");
    }

    @Test
    void theLastOwnerStaysOneButOneOfTwoNeedNot() {
        var chat = ana.group("Tapas", ben);
        expectProblem(ana.setRole(chat, ana, "member"), 409, "last-owner");
        expect(200, ana.setRole(chat, ben, "owner"));
        expect(200, ana.setRole(chat, ana, "member"));
        assertThat(ana.read(chat).path("myRole").asString()).isEqualTo("member");
    }

    @Test
    void anUnknownRoleIsMalformed() {
        var chat = ana.group("Tapas", ben);
        expectProblem(ana.setRole(chat, ben, "emperor"), 400, "malformed-request");
    }

    @Test
    void aDeletedChatIsGoneForEverybodyAndFromEveryList() {
        var chat = ana.publicChat("Gone " + UUID.randomUUID());
        expect(200, ben.join(chat));
        expect(204, ana.delete("/" + chat));
        expectProblem(ana.get("/" + chat), 404, "not-found");
        expectProblem(ben.get("/" + chat + "/members"), 404, "not-found");
        expectProblem(ben.join(chat), 404, "not-found");
        expectProblem(ana.delete("/" + chat), 404, "not-found");
        assertThat(json(ben.get("")).path("items").size()).isZero();
        assertThat(json(ben.get("/public?query=Gone")).toString()).doesNotContain(chat);
    }
}
