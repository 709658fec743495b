package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** Somebody who uploads by tus 1.0. */
record Uploader(WebTestClient client, UUID id) {

    static final String UPLOADS = "/api/v1/media/uploads";
    static final String BYTES = "application/offset+octet-stream";

    /** A request as tus wants it. */
    RequestBodySpec request(HttpMethod method, String path) {
        return client.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(id))
                .header("Tus-Resumable", "1.0.0");
    }

    RequestBodySpec creation(long length, String name) {
        var text = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        return request(HttpMethod.POST, UPLOADS)
                .header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", "filename " + text);
    }

    ResponseSpec begin(long length, String name) {
        return creation(length, name).exchange();
    }

    /** Begins an upload; where it is. */
    String begun(long length, String name) {
        var answer = begin(length, name).expectStatus().isCreated().expectBody().returnResult();
        return Objects.requireNonNull(answer.getResponseHeaders().getLocation()).toString();
    }

    RequestBodySpec patch(String upload, long offset) {
        return request(HttpMethod.PATCH, upload)
                .header("Upload-Offset", Long.toString(offset))
                .header(HttpHeaders.CONTENT_TYPE, BYTES);
    }

    ResponseSpec send(String upload, long offset, byte[] content) {
        return patch(upload, offset).bodyValue(content).exchange();
    }

    /** Sends bytes, which are taken; where the upload is then. */
    long sent(String upload, long offset, byte[] content) {
        return offset(send(upload, offset, content).expectStatus().isNoContent());
    }

    ResponseSpec find(String upload) {
        return request(HttpMethod.HEAD, upload).exchange();
    }

    /** Where an upload is. */
    long offset(String upload) {
        return offset(find(upload).expectStatus().isOk());
    }

    ResponseSpec end(String upload) {
        return request(HttpMethod.DELETE, upload).exchange();
    }

    /** Uploads a file in one go; its id. */
    UUID upload(String name, byte[] content) {
        var upload = begun(content.length, name);
        assertThat(sent(upload, 0, content)).isEqualTo(content.length);
        return id(upload);
    }

    JsonNode limits() {
        return json(
                request(HttpMethod.GET, "/api/v1/media/limits").exchange().expectStatus().isOk());
    }

    /** The id of the file that an upload becomes. */
    static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }

    private static long offset(ResponseSpec answer) {
        var headers = answer.expectBody().returnResult().getResponseHeaders();
        return Long.parseLong(Objects.requireNonNull(headers.getFirst("Upload-Offset")));
    }

    static JsonNode json(ResponseSpec answer) {
        var body = answer.expectBody(JsonNode.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    /** Checks that an answer is this problem. */
    static void expectProblem(ResponseSpec answer, int status, String slug) {
        var problem = json(answer.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
    }
}
