package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.chat.Person.expect;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Every endpoint of a chat, tried by everybody who may and by everybody who may not. */
class ChatAccessIT extends ChatApi {

    private static final Map<String, Object> TEXT = Map.of("title", "Other", "description", "d");

    /** Who tries it, then with which answer in a public chat, a group and a private chat. */
    private static final String[] WHO = {"stranger", "member", "admin", "owner"};

    private record Try(String name, BiFunction<Person, Cast, ResponseSpec> call, int[][] answers) {}

    /** A chat with somebody of each role, and somebody who is in none. */
    private record Cast(
            String chat, Person stranger, Person member, Person admin, Person owner, Person extra) {

        Person as(String who) {
            return switch (who) {
                case "stranger" -> stranger;
                case "member" -> member;
                case "admin" -> admin;
                default -> owner;
            };
        }
    }

    private static int[][] answers(int[] inPublic, int[] inGroup, int[] inPrivate) {
        return new int[][] {inPublic, inGroup, inPrivate};
    }

    private static int[] by(int stranger, int member, int admin, int owner) {
        return new int[] {stranger, member, admin, owner};
    }

    /** In a private chat there are only outsiders and members. */
    private static int[] of(int stranger, int member) {
        return new int[] {stranger, member};
    }

    private static Stream<Try> tries() {
        return Stream.of(
                new Try(
                        "GET /{chat}",
                        (p, c) -> p.get("/" + c.chat),
                        answers(by(200, 200, 200, 200), by(404, 200, 200, 200), of(404, 200))),
                new Try(
                        "GET /{chat}/members",
                        (p, c) -> p.get("/" + c.chat + "/members"),
                        answers(by(200, 200, 200, 200), by(404, 200, 200, 200), of(404, 200))),
                new Try(
                        "PUT /{chat}",
                        (p, c) -> p.put("/" + c.chat, TEXT),
                        answers(by(403, 403, 200, 200), by(404, 403, 200, 200), of(404, 409))),
                new Try(
                        "DELETE /{chat}",
                        (p, c) -> p.delete("/" + c.chat),
                        answers(by(403, 403, 403, 204), by(404, 403, 403, 204), of(404, 204))),
                new Try(
                        "PUT /{chat}/members/{me}",
                        (p, c) -> p.join(c.chat),
                        answers(by(200, 200, 200, 200), by(404, 200, 200, 200), of(404, 409))),
                new Try(
                        "PUT /{chat}/members/{me} as owner",
                        (p, c) -> p.setRole(c.chat, p, "owner"),
                        answers(by(403, 403, 403, 200), by(404, 403, 403, 200), of(404, 409))),
                new Try(
                        "PUT /{chat}/members/{other}",
                        (p, c) -> p.add(c.chat, c.extra),
                        answers(by(403, 403, 200, 200), by(404, 403, 200, 200), of(404, 409))),
                new Try(
                        "PUT /{chat}/members/{other} as admin",
                        (p, c) -> p.setRole(c.chat, c.extra, "admin"),
                        answers(by(403, 403, 403, 200), by(404, 403, 403, 200), of(404, 409))),
                new Try(
                        "PUT /{chat}/members/{member} as admin",
                        (p, c) -> p.setRole(c.chat, c.member, "admin"),
                        answers(by(403, 403, 403, 200), by(404, 403, 403, 200), of(404, 409))),
                new Try(
                        "DELETE /{chat}/members/{me}",
                        (p, c) -> p.leave(c.chat),
                        answers(by(404, 204, 204, 204), by(404, 204, 204, 204), of(404, 409))),
                new Try(
                        "DELETE /{chat}/members/{somebody who is none}",
                        (p, c) -> p.remove(c.chat, c.extra),
                        answers(by(404, 404, 404, 404), by(404, 404, 404, 404), of(404, 404))),
                new Try(
                        "DELETE /{chat}/members/{member}",
                        (p, c) -> p.remove(c.chat, c.member),
                        answers(by(403, 204, 204, 204), by(404, 204, 204, 204), of(404, 409))),
                new Try(
                        "DELETE /{chat}/members/{admin}",
                        (p, c) -> p.remove(c.chat, c.admin),
                        answers(by(403, 403, 204, 204), by(404, 403, 204, 204), of(404, 409))),
                new Try(
                        "DELETE /{chat}/members/{owner}",
                        (p, c) -> p.remove(c.chat, c.owner),
                        answers(by(403, 403, 403, 204), by(404, 403, 403, 204), of(404, 409))));
    }

    static Stream<Arguments> everything() {
        var kinds = new String[] {"public", "group", "private"};
        return tries().flatMap(
                        t -> Stream.of(0, 1, 2).flatMap(k -> each(t, kinds[k], t.answers[k])));
    }

    private static Stream<Arguments> each(Try tried, String kind, int[] answers) {
        return Stream.iterate(0, i -> i < answers.length, i -> i + 1)
                .map(i -> Arguments.of(tried.name, kind, WHO[i], answers[i], tried.call));
    }

    @ParameterizedTest(name = "{0} of a {1} chat by its {2}: {3}")
    @MethodSource("everything")
    void isAnsweredAsTheRulesSay(
            String name,
            String kind,
            String who,
            int status,
            BiFunction<Person, Cast, ResponseSpec> call) {
        var cast = cast(kind);
        assertThat(Person.status(call.apply(cast.as(who), cast))).as(name).isEqualTo(status);
    }

    private Cast cast(String kind) {
        var owner = person();
        var admin = person();
        var member = person();
        var chat =
                switch (kind) {
                    case "public" -> owner.publicChat("Plaza");
                    case "group" -> owner.group("Tapas", admin, member);
                    default -> owner.privateChat(member);
                };
        if (kind.equals("private")) {
            return new Cast(chat, person(), member, owner, owner, person());
        }
        if (kind.equals("public")) {
            expect(200, member.join(chat));
        }
        expect(200, owner.setRole(chat, admin, "admin"));
        return new Cast(chat, person(), member, admin, owner, person());
    }
}
