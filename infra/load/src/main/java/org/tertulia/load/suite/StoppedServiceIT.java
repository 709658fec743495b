package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.Person;

/**
 * What people see of a service that is away: a 503 problem in less than three seconds, never a hang
 * and never a 500, also in the moments after it was killed; and within three seconds of its being back
 * the gateway routes to it again.
 */
@Order(9)
class StoppedServiceIT {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(3);

    /** Below what one person may ask for in the long run. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(150);

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Suite suite = Suite.running();
    private Launcher launcher;
    private Person ana;

    private record Timed(Answer answer, Duration took) {
        static Timed of(Supplier<Answer> request) {
            var start = System.nanoTime();
            var answer = request.get();
            return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @BeforeEach
    void signIn() {
        launcher = suite.launcher();
        ana = suite.person("ana");
        ana.get("/api/v1/users/me").success();
    }

    @AfterEach
    void recover() {
        for (var part : suite.control().glance().parts()) {
            if (part.state().equals("STOPPED")) {
                launcher.start(part.part());
            }
        }
        suite.control().awaitReady(LIMIT);
    }

    @Test
    void aStoppedServiceShouldBeA503AndComeBackAndTheOthersGoOnMeanwhile() {
        var part = "user-service";
        var path = "/api/v1/users/me";
        var chat = ana.chats().group("Seguimos", List.of());
        postUntilStored(chat.id(), "uno");
        launcher.stop(part);
        var meanwhile = repeat(() -> ana.get(path), forAbout(Duration.ofSeconds(3)));
        var status = launcher.status();
        var refused = suite.gateway().get(path, "not-a-token");
        assertOthersGoOn(chat.id());
        launcher.start(part);
        var backAgain = untilSuccess(() -> ana.get(path));

        assertThat(meanwhile).isNotEmpty().allSatisfy(StoppedServiceIT::assertUnavailable);
        assertThat(status.ready()).isFalse();
        assertThat(status.part(part).state()).isEqualTo("STOPPED");
        assertThat(refused.status()).as("the gateway itself looks at tokens").isEqualTo(401);
        tellAndCheck(part, backAgain);
    }

    private void assertOthersGoOn(UUID chat) {
        assertThat(ana.get("/api/v1/chats").status()).isEqualTo(200);
        assertThat(ana.get("/api/v1/conversations").status()).isEqualTo(200);
        ana.chats().post(chat, "dos");
        try (var wire = Wire.open(suite.gateway(), ana)) {
            assertThat(wire.protocol()).isEqualTo("tertulia.v1");
        }
    }

    @ParameterizedTest
    @CsvSource({"chat-service, /api/v1/chats", "auth-service, /api/v1/auth/account"})
    void aKilledServiceShouldNeverBeA500OrAHang(String part, String path) {
        ana.get(path).success();
        suite.kill(part);
        var meanwhile = repeat(() -> ana.get(path), () -> !isReady(part));
        var backAgain = untilSuccess(() -> ana.get(path));

        assertThat(meanwhile).isNotEmpty().allSatisfy(StoppedServiceIT::assertOkOrUnavailable);
        assertThat(meanwhile.getFirst().answer().status()).isEqualTo(503);
        tellAndCheck(part, backAgain);
    }

    @Test
    void aKilledInstanceShouldLeaveReadingToTheOther() {
        suite.twoMessageServices();
        suite.kill("message-service");
        var meanwhile =
                repeat(() -> ana.get("/api/v1/conversations"), () -> !isReady("message-service"));

        assertThat(meanwhile).isNotEmpty().allSatisfy(StoppedServiceIT::assertOkOrUnavailable);
        assertThat(meanwhile.stream().filter(it -> it.answer().status() == 200).count())
                .as("of %d answers", meanwhile.size())
                .isGreaterThan(meanwhile.size() * 9L / 10);
    }

    /**
     * In a chat made a moment ago, which message-service may not know yet: it says so by a 503, and the
     * same client message id makes trying again safe.
     */
    private void postUntilStored(UUID chatId, String text) {
        var id = UUID.randomUUID();
        var took = untilSuccess(() -> ana.chats().tryPost(chatId, id, text));
        System.out.printf("            the first post of a new chat took %d ms%n", took.toMillis());
    }

    private static void assertUnavailable(Timed timed) {
        assertThat(timed.answer().status()).isEqualTo(503);
        assertThat(timed.answer().problem()).contains("service-unavailable");
        assertThat(timed.answer().headers().firstValue("retry-after")).isPresent();
        assertThat(timed.took()).isLessThan(ANSWER_WITHIN);
    }

    private static void assertOkOrUnavailable(Timed timed) {
        if (timed.answer().status() != 200) {
            assertUnavailable(timed);
        }
        assertThat(timed.took()).isLessThan(ANSWER_WITHIN);
    }

    private static void tellAndCheck(String part, Duration backAgain) {
        System.out.printf(
                "            %s routed to again %d ms after it was ready%n",
                part, backAgain.toMillis());
        assertThat(backAgain).isLessThan(BACK_WITHIN);
    }

    private static List<Timed> repeat(Supplier<Answer> request, BooleanSupplier goOn) {
        var answers = new ArrayList<Timed>();
        do {
            answers.add(Timed.of(request));
            LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
        } while (goOn.getAsBoolean());
        return answers;
    }

    private static BooleanSupplier forAbout(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() < end;
    }

    /** Asked at the service itself, since that takes no time. */
    private boolean isReady(String part) {
        try {
            return new Api(suite.part(part).base()).get("/readyz", null).status() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Duration untilSuccess(Supplier<Answer> request) {
        var start = System.nanoTime();
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_REQUESTS)
                .until(() -> request.get().isSuccess());
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
