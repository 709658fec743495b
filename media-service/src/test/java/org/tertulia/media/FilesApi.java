package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** The running service, its files, and chats whose logs are published by the test. */
@ServiceTest
public abstract class FilesApi {

    protected static final Duration LIMIT = Duration.ofSeconds(15);
    protected static final String MEDIA = "/api/v1/media";

    /** How soon somebody who was removed must have nothing any more. */
    protected static final Duration REMOVED_WITHIN = Duration.ofSeconds(1);

    @Autowired protected WebTestClient client;
    @Autowired protected DatabaseClient database;
    @Autowired protected ApplicationContext service;
    @LocalServerPort protected int port;

    protected final UUID ana = UUID.randomUUID();
    protected final UUID bruno = UUID.randomUUID();
    protected final UUID stranger = UUID.randomUUID();

    /** A file of somebody. */
    protected StoredFile fileOf(UUID owner) {
        return new StoredFile(service, owner);
    }

    /** A file of Ana's that Bruno has got in a chat. */
    protected Sent sent(StoredFile file) {
        var id = file.store();
        var chat = TestChat.of(ana, bruno);
        var seq = chat.post(ana, id);
        awaitStatus(200, bruno, MEDIA + "/" + id);
        return new Sent(id, chat, seq);
    }

    /** A file in a message of a chat. */
    protected record Sent(UUID id, TestChat chat, long seq) {}

    protected RequestBodySpec request(HttpMethod method, UUID person, String path) {
        return client.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person));
    }

    protected ResponseSpec get(UUID person, String path) {
        return request(HttpMethod.GET, person, path).exchange();
    }

    /** Without a token. */
    protected ResponseSpec open(String address) {
        return client.get().uri(address).exchange();
    }

    protected JsonNode describe(UUID person, UUID file) {
        return json(get(person, MEDIA + "/" + file).expectStatus().isOk());
    }

    /** The signed address of a file, as it is told to the person. */
    protected String address(UUID person, UUID file) {
        return describe(person, file).path("address").asString();
    }

    protected static String content(UUID file, String variant) {
        return MEDIA + "/" + file + "/content/" + variant;
    }

    protected void awaitStatus(int status, UUID person, String path) {
        await(LIMIT, () -> get(person, path).expectStatus().isEqualTo(status));
    }

    protected static void await(Duration limit, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    protected static JsonNode json(ResponseSpec response) {
        var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    protected static JsonNode expectProblem(ResponseSpec response, int status, String slug) {
        var problem = json(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
        return problem;
    }

    protected static byte[] bytes(ResponseSpec response) {
        var body = response.expectBody().returnResult().getResponseBody();
        return body == null ? new byte[0] : body;
    }
}
