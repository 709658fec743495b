package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.TestSocket;

/** Many people change the same message at once, over two instances. */
class ChangesOnTwoInstancesIT extends ChangesApi {

    private static final int PEOPLE = 10;
    private static final int EMOJIS = 5;

    @Autowired Environment environment;
    private final List<TestPerson> people =
            Stream.generate(TestPerson::somebody).limit(PEOPLE).toList();
    private SecondInstance second;

    @BeforeEach
    void startSecond() {
        second = SecondInstance.beside(environment);
    }

    @AfterEach
    void stopSecond() {
        second.close();
    }

    @Test
    void eachChangeShouldBeOneEntryForEverybody() throws Exception {
        var chat = chatOf(people.toArray(TestPerson[]::new));
        steps.awaitMember(people.getLast(), chat);
        var author = people.getFirst();
        var seq = steps.say(author, chat, "hola").path("seq").asLong();
        var last = seq + PEOPLE * EMOJIS + 1;
        try (var one = people.get(1).connect(port);
                var other = people.get(2).connect(second.port())) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < PEOPLE; i++) {
                var person = people.get(i);
                var connectTo = i % 2 == 0 ? port : second.port();
                var here = i % 2 == 0 ? second.client() : client;
                work.add(() -> reactOnSocket(person, connectTo, chat, seq));
                work.add(() -> reactOverHttp(person, here, chat, seq));
            }
            for (int i = 0; i < 10; i++) {
                var text = "text " + i;
                var at = i % 2 == 0 ? client : second.client();
                work.add(() -> status(edit(at, author, chat, seq, "\"1\"", text)));
            }
            var answers = all(work);

            assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
            assertThat(answers.stream().filter(status -> status == 412)).hasSize(9);
            assertThat(answers.stream().filter(status -> status == 204)).hasSize(2 * PEOPLE);
            for (var reader : List.of(one, other)) {
                expectEntries(reader, chat.id(), seq + 1, last);
                assertThat(reactions(reader, chat))
                        .doesNotHaveDuplicates()
                        .hasSize(PEOPLE * EMOJIS);
            }
        }
        assertThat(lastSeq(author, chat)).isEqualTo(last);
    }

    private static int reactOnSocket(TestPerson person, int port, TestChat chat, long seq) {
        try (var connection = person.connect(port)) {
            emojis().forEach(emoji -> connection.send(reaction("reaction.add", chat, seq, emoji)));
            connection.await(EMOJIS, f -> f.path("op").asString().equals("done"));
        }
        return 204;
    }

    private static int reactOverHttp(TestPerson person, WebTestClient at, TestChat chat, long seq) {
        return emojis().map(
                        emoji ->
                                status(
                                        request(
                                                at,
                                                HttpMethod.PUT,
                                                person,
                                                REACTION,
                                                chat.id(),
                                                seq,
                                                emoji)))
                .max(Integer::compare)
                .orElseThrow();
    }

    private static Stream<String> emojis() {
        return IntStream.range(0, EMOJIS).mapToObj(i -> Character.toString(0x1F600 + i));
    }

    private static int status(WebTestClient.ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    private static List<String> reactions(TestSocket.Connection reader, TestChat chat) {
        return reader.frames().stream()
                .filter(
                        f ->
                                isEntryOf(f, chat.id())
                                        && f.path("type").asString().equals("reaction.added"))
                .map(f -> f.path("emoji").asString() + f.path("userId").asString())
                .toList();
    }

    private static List<Integer> all(List<Callable<Integer>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Integer>();
            for (var done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
