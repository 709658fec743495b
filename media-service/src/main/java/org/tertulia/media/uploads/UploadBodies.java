package org.tertulia.media.uploads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in bodies of requests, each in an {@link UploadSession} of its own. */
@Component
final class UploadBodies {

    private final UploadSaving saving;
    private final UploadMemory memory;
    private final UploadProperties properties;

    UploadBodies(UploadSaving saving, UploadMemory memory, UploadProperties properties) {
        this.saving = saving;
        this.memory = memory;
        this.properties = properties;
    }

    /** For who holds the lease that {@code token} is of. See {@link UploadSession#run}. */
    Mono<Upload> take(
            Upload upload, UUID token, @Nullable UploadChecksum checksum, Flux<DataBuffer> body) {
        return new UploadSession(upload, token, checksum, saving, memory, properties).run(body);
    }
}
