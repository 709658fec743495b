package org.tertulia.chat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubMedia;
import org.tertulia.test.StubService;

/** The running service, with people who use it; one for all test classes. */
@ServiceTest
abstract class ChatApi {

    static final StubService USER_SERVICE = StubService.named("user-service");
    static final StubService MEDIA_SERVICE = StubService.named("media-service");
    static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;

    @DynamicPropertySource
    static void whereTheOthersAre(DynamicPropertyRegistry properties) {
        USER_SERVICE.register(properties);
        MEDIA_SERVICE.register(properties);
    }

    /** Somebody whom the replica of people has. */
    Person person() {
        var person = stranger();
        database.sql("insert into people (user_id) values (:id)")
                .bind("id", person.id())
                .then()
                .block(PATIENCE);
        return person;
    }

    /** Somebody of whom the service has not heard. */
    Person stranger() {
        return new Person(client, UUID.randomUUID());
    }

    /** From now on the user service knows these, and nobody else. */
    static void userServiceKnows(Person... people) {
        var items =
                Arrays.stream(people)
                        .map(p -> "{\"id\":\"%s\",\"handle\":\"x\"}".formatted(p.id()))
                        .collect(Collectors.joining(","));
        var page = "{\"items\":[%s],\"next\":null}".formatted(items);
        USER_SERVICE.answer("GET", "/api/v1/users", 200, page);
    }

    /** From now on the media service has this file, and no other, to show to whoever asks; the body that chooses it. */
    static Map<String, Object> mediaServiceHas(UUID ownerId, String kind, String state) {
        return StubMedia.has(MEDIA_SERVICE, ownerId, kind, state);
    }

    /** A picture of this person's that will do. */
    static Map<String, Object> pictureOf(Person person) {
        return mediaServiceHas(person.id(), "image", "ready");
    }

    static Map<String, Object> title(String title) {
        return Map.of("title", title);
    }
}
