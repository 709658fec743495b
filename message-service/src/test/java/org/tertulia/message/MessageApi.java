package org.tertulia.message;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;

/**
 * The running service, beside a chat and a media service that say what a test wants, and two people who talk. Whatever
 * needs no properties of its own extends it: all of that shares one context.
 */
@ServiceTest
public abstract class MessageApi {

    static final String PROBLEM = "urn:tertulia:problem:";
    static final StubService chatService = StubService.named("chat-service");
    static final StubService mediaService = StubService.named("media-service");

    @Autowired WebTestClient client;
    ServiceSteps steps;
    final TestPerson ana = TestPerson.somebody();
    final TestPerson bruno = TestPerson.somebody();

    @DynamicPropertySource
    static void whereTheOthersAre(DynamicPropertyRegistry properties) {
        chatService.register(properties);
        mediaService.register(properties);
    }

    @BeforeEach
    void begin() {
        steps = new ServiceSteps(client);
        chatService.reset();
        mediaService.reset();
    }

    /** A group of these, of which the service has heard; the first one owns it. */
    TestChat chatOf(TestPerson... people) {
        var chat = TestChat.group(Arrays.stream(people).map(TestPerson::id).toArray(UUID[]::new));
        steps.awaitMember(people[0], chat);
        return chat;
    }
}
