package org.tertulia.media.uploads;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Uploads by tus 1.0: core, creation, creation-with-upload, checksum, expiration, termination. */
@RestController
@RequestMapping(TusController.PATH)
final class TusController {

    static final String PATH = "/api/v1/media/uploads";

    private static final String EXTENSIONS =
            "creation,creation-with-upload,checksum,expiration,termination";
    private static final MediaType BYTES = MediaType.valueOf("application/offset+octet-stream");
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Uploads uploads;

    TusController(Uploads uploads) {
        this.uploads = uploads;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> capabilities() {
        return ResponseEntity.noContent()
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS)
                .build();
    }

    @PostMapping
    Mono<ResponseEntity<Void>> begin(
            Actor actor,
            @RequestHeader(name = "Upload-Length", required = false) @Nullable Long length,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum,
            ServerHttpRequest request) {
        if (length == null || length < 0) {
            throw malformed("Upload-Length must say how many bytes the file has.");
        }
        var sum = UploadChecksum.of(checksum);
        var said = UploadMetadata.of(metadata);
        var owner = actor.userId();
        var begun =
                isBytes(request)
                        ? uploads.beginWith(owner, length, said, sum, request.getBody())
                        : uploads.begin(owner, length, said);
        return begun.map(
                upload ->
                        answer(HttpStatus.CREATED, upload)
                                .location(URI.create(PATH + "/" + upload.id()))
                                .build());
    }

    @RequestMapping(path = "/{uploadId}", method = RequestMethod.HEAD)
    Mono<ResponseEntity<Void>> find(Actor actor, @PathVariable MediaId uploadId) {
        return uploads.find(actor.userId(), uploadId)
                .map(
                        upload ->
                                answer(HttpStatus.OK, upload)
                                        .header("Upload-Length", Long.toString(upload.bytes()))
                                        .header("Upload-Metadata", UploadMetadata.header(upload))
                                        .build());
    }

    @PatchMapping("/{uploadId}")
    Mono<ResponseEntity<Void>> append(
            Actor actor,
            @PathVariable MediaId uploadId,
            @RequestHeader(name = "Upload-Offset", required = false) @Nullable Long offset,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum,
            ServerHttpRequest request) {
        if (!isBytes(request)) {
            throw new ProblemException(
                    ProblemTypes.UNSUPPORTED_MEDIA_TYPE, "Send the bytes as " + BYTES + ".");
        }
        if (offset == null || offset < 0) {
            throw malformed("Upload-Offset must say where the bytes belong.");
        }
        var sum = UploadChecksum.of(checksum);
        return uploads.append(actor.userId(), uploadId, offset, sum, request.getBody())
                .map(upload -> answer(HttpStatus.NO_CONTENT, upload).build());
    }

    @DeleteMapping("/{uploadId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Actor actor, @PathVariable MediaId uploadId) {
        return uploads.end(actor.userId(), uploadId);
    }

    private static boolean isBytes(ServerHttpRequest request) {
        return BYTES.equalsTypeAndSubtype(request.getHeaders().getContentType());
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .header("Upload-Offset", Long.toString(upload.received()))
                .header("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemTypes.MALFORMED_REQUEST, detail);
    }
}
