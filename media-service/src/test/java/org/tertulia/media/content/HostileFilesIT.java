package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.tertulia.media.FilesApi;
import org.tertulia.media.types.MediaKind;

/** Files that would run in a browser if they were let, uploaded as anybody would, under innocent names. */
class HostileFilesIT extends FilesApi {

    private static final String SCRIPT = "<script>alert(document.cookie)</script>";

    static Stream<Arguments> files() {
        var svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">%s</svg>"
                        .formatted(SCRIPT);
        return Stream.of(
                Arguments.of("page.jpg", text("<!DOCTYPE html><html><body>" + SCRIPT)),
                Arguments.of("late.jpg", text("\n\n  <html>" + SCRIPT + "</html>")),
                Arguments.of("drawing.png", text(svg)),
                Arguments.of("declared.svg", text("<?xml version=\"1.0\"?>\n" + svg)),
                Arguments.of(
                        "page.xhtml",
                        text(
                                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>")),
                Arguments.of("program.jpg", text("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("code.js", text("alert(document.cookie)")),
                Arguments.of("document.pdf", text("%PDF-1.4\n1 0 obj<</JS(app.alert(1))>>")));
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("files")
    void itIsSavedAndNothingElse(String name, byte[] content) {
        var file = upload(name, content);
        var answer = open(address(ana, file));
        answer.expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/octet-stream")
                .expectHeader()
                .valueEquals(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(name))
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
        assertThat(bytes(answer)).isEqualTo(content);
    }

    /** Browsers are told that it is a picture, and not to look for anything else in it. */
    @Test
    void whatIsAPictureAndAPageIsNoPage() {
        var both = text("GIF89a/*" + SCRIPT + "*/=1;" + SCRIPT);
        var file = fileOf(ana).of(MediaKind.IMAGE, "image/gif").called("both.html").with(both);
        var answer = open(address(ana, file.store()));
        answer.expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/gif")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
    }

    private UUID upload(String name, byte[] content) {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        var location =
                request(HttpMethod.POST, ana, MEDIA + "/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", Integer.toString(content.length))
                        .header("Upload-Metadata", "filename " + encoded)
                        .header(HttpHeaders.CONTENT_TYPE, "application/offset+octet-stream")
                        .bodyValue(content)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getFirst(HttpHeaders.LOCATION);
        var path = Objects.requireNonNull(location);
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
