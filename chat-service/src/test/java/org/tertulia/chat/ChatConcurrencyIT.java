package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;
import static org.tertulia.chat.Person.json;
import static org.tertulia.chat.Person.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecord;
import org.tertulia.test.KafkaRecords;
import tools.jackson.databind.JsonNode;

/** What several people do to one chat at the same moment. */
class ChatConcurrencyIT extends ChatApi {

    private static List<KafkaRecord> events(String chat, long count) {
        return KafkaRecords.of(Topics.CHAT_EVENTS)
                .awaitRecords((int) count, record -> chat.equals(record.key()));
    }

    @Test
    void aPrivateChatBegunTwentyTimesFromBothSidesIsOne() {
        var ana = person();
        var ben = person();
        Callable<JsonNode> byAna = () -> json(ana.post("/private", Map.of("userId", ben.id())));
        Callable<JsonNode> byBen = () -> json(ben.post("/private", Map.of("userId", ana.id())));
        var calls = new ArrayList<Callable<JsonNode>>();
        IntStream.range(0, 20).forEach(i -> calls.add(i % 2 == 0 ? byAna : byBen));

        var ids = new HashSet<String>();
        AtOnce.all(calls).forEach(chat -> ids.add(chat.path("id").asString()));
        assertThat(ids).hasSize(1);

        var chat = ids.iterator().next();
        expect(204, ben.delete("/" + chat));
        var replayed = ReplayedChat.of(events(chat, 2));
        assertThat(replayed.version()).isEqualTo(2);
        assertThat(replayed.deleted()).isTrue();
        var created =
                KafkaRecords.of(Topics.CHAT_EVENTS).all().stream()
                        .filter(r -> String.valueOf(r.value()).contains("chat.created"))
                        .filter(r -> String.valueOf(r.value()).contains(ana.id().toString()));
        assertThat(created).hasSize(1);
    }

    @RepeatedTest(3)
    void joiningTenTimesAtOnceIsJoiningOnce() {
        var ana = person();
        var ben = person();
        var chat = ana.publicChat("Plaza");
        Callable<Integer> join = () -> status(ben.join(chat));
        assertThat(AtOnce.all(IntStream.range(0, 10).mapToObj(_ -> join).toList()))
                .containsOnly(200);
        var seen = ben.read(chat);
        assertThat(seen.path("memberCount").asInt()).isEqualTo(2);
        assertThat(seen.path("version").asLong()).isEqualTo(2);
    }

    @RepeatedTest(5)
    void ofTwoOwnersWhoDemoteEachOtherOneRemains() {
        var ana = person();
        var ben = person();
        var chat = ana.group("Tapas", ben);
        expect(200, ana.setRole(chat, ben, "owner"));
        var answers =
                AtOnce.all(
                        () -> status(ana.setRole(chat, ben, "member")),
                        () -> status(ben.setRole(chat, ana, "member")));
        assertThat(answers).containsExactlyInAnyOrder(200, 403);
        assertThat(ReplayedChat.of(events(chat, 3)).roles().values())
                .containsExactlyInAnyOrder("owner", "member");
    }

    @RepeatedTest(5)
    void whenTwoOwnersStepDownAtOnceOneMayNot() {
        var ana = person();
        var ben = person();
        var chat = ana.group("Tapas", ben);
        expect(200, ana.setRole(chat, ben, "owner"));
        var answers =
                AtOnce.all(
                        () -> status(ana.setRole(chat, ana, "member")),
                        () -> status(ben.setRole(chat, ben, "member")));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @RepeatedTest(5)
    void whenTwoOwnersLeaveAtOnceThereIsANewOne() {
        var ana = person();
        var ben = person();
        var eva = person();
        var chat = ana.group("Tapas", ben, eva);
        expect(200, ana.setRole(chat, ben, "owner"));
        assertThat(AtOnce.all(() -> status(ana.leave(chat)), () -> status(ben.leave(chat))))
                .containsOnly(204);
        var seen = eva.read(chat);
        assertThat(seen.path("myRole").asString()).isEqualTo("owner");
        ReplayedChat.of(events(chat, seen.path("version").asLong())).expectToBe(seen);
    }

    @RepeatedTest(5)
    void twoOwnersWhoRemoveEachOtherDoNotBothSucceed() {
        var ana = person();
        var ben = person();
        var chat = ana.group("Tapas", ben);
        expect(200, ana.setRole(chat, ben, "owner"));
        assertThat(
                        AtOnce.all(
                                () -> status(ana.remove(chat, ben)),
                                () -> status(ben.remove(chat, ana))))
                .containsExactlyInAnyOrder(204, 404);
    }

    @RepeatedTest(10)
    void whenTheLastMemberLeavesWhileAnotherIsAddedTheChatIsGoneOrTheirs() {
        var ana = person();
        var ben = person();
        var chat = ana.group("Tapas");
        var answers = AtOnce.all(() -> status(ana.leave(chat)), () -> status(ana.add(chat, ben)));
        assertThat(answers.getFirst()).isEqualTo(204);
        if (answers.getLast() == 200) {
            var seen = ben.read(chat);
            assertThat(seen.path("myRole").asString()).isEqualTo("owner");
            ReplayedChat.of(events(chat, 4)).expectToBe(seen);
        } else {
            assertThat(answers.getLast()).isEqualTo(404);
            assertThat(ReplayedChat.of(events(chat, 2)).deleted()).isTrue();
        }
    }

    @RepeatedTest(3)
    void theLastPlaceInAGroupIsTakenOnce() {
        var ana = person();
        var ben = person();
        var eva = person();
        var chat = ana.group("Full");
        fill(chat, 498);
        var answers =
                AtOnce.all(() -> status(ana.add(chat, ben)), () -> status(ana.add(chat, eva)));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(ana.read(chat).path("memberCount").asInt()).isEqualTo(500);
    }

    private void fill(String chat, int members) {
        database.sql(
                        """
                        with added as (
                            insert into members (chat_id, user_id, role, joined_at)
                            select cast(:chat as uuid), gen_random_uuid(), 'member', now()
                            from generate_series(1, :members) returning 1)
                        update chats set member_count = member_count + (select count(*) from added)
                        where id = cast(:chat as uuid)
                        """)
                .bind("chat", chat)
                .bind("members", members)
                .then()
                .block(PATIENCE);
    }

    @Test
    void anEditForOneVersionSucceedsOnce() {
        var ana = person();
        var chat = ana.publicChat("Plaza");
        var calls =
                IntStream.range(0, 8)
                        .<Callable<Integer>>mapToObj(i -> () -> edit(ana, chat, "Plaza " + i))
                        .toList();
        var answers = AtOnce.all(calls);
        assertThat(answers).filteredOn(answer -> answer == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer == 412).hasSize(7);
    }

    private static int edit(Person person, String chat, String title) {
        return status(
                person.request(HttpMethod.PUT, "/" + chat)
                        .header("If-Match", "\"1\"")
                        .bodyValue(title(title))
                        .exchange());
    }

    @RepeatedTest(3)
    void aKeySentTenTimesAtOnceCreatesOneChat() {
        var ana = person();
        var key = UUID.randomUUID().toString();
        Callable<JsonNode> create =
                () ->
                        json(
                                ana.request(HttpMethod.POST, "/public")
                                        .header("Idempotency-Key", key)
                                        .bodyValue(title("Once"))
                                        .exchange());
        var answers = AtOnce.all(IntStream.range(0, 10).mapToObj(_ -> create).toList());
        var ids = new HashSet<String>();
        for (var answer : answers) {
            if (answer.has("id")) {
                ids.add(answer.path("id").asString());
            } else {
                assertThat(answer.path("type").asString())
                        .isEqualTo("urn:tertulia:problem:idempotency-key-in-progress");
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(json(ana.get("")).path("items").size()).isEqualTo(1);
    }

    /** The proof of the ledger's promise: gapless, in order, and the same as what the service shows. */
    @Test
    void theEventsOfABusyChatReplayToWhatTheServiceShows() {
        var ana = person();
        var crowd = IntStream.range(0, 6).mapToObj(_ -> person()).toList();
        var chat = ana.group("Busy");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < crowd.size(); i++) {
            var random = new Random(i);
            var person = crowd.get(i);
            calls.add(() -> busy(ana, person, chat, random));
        }
        AtOnce.all(calls);

        var seen = ana.read(chat);
        var version = seen.path("version").asLong();
        assertThat(version).isGreaterThan(20);
        ReplayedChat.of(events(chat, version)).expectToBe(seen);
    }

    private static int busy(Person owner, Person person, String chat, Random random) {
        for (int i = 0; i < 15; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> status(owner.add(chat, person));
                case 2 -> status(owner.setRole(chat, person, "admin"));
                case 3 -> status(person.leave(chat));
                default -> status(owner.put("/" + chat, title("Busy " + random.nextInt(99))));
            }
        }
        return 0;
    }
}
