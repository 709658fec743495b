package org.tertulia.media;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.media.files.Appearance;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Preview;
import org.tertulia.media.files.Variant;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** A file as it is once it was looked into, with its objects in the store; what it is a test says. */
public final class StoredFile {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ApplicationContext service;
    private final MediaId id;
    private final UUID owner;
    private final List<Preview> previews = new ArrayList<>();
    private MediaKind kind = MediaKind.IMAGE;
    private MediaState state = MediaState.READY;
    private String name = "beach.png";
    private String contentType = "image/png";
    private byte[] bytes = content(1_000);
    private Instant createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private boolean hasObject = true;

    public StoredFile(ApplicationContext service, UUID owner) {
        this.service = service;
        this.id = new MediaId(service.getBean(IdGenerator.class).next());
        this.owner = owner;
    }

    /** Bytes that no two places of are alike, the same each time. */
    public static byte[] content(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    public StoredFile of(MediaKind aKind, String aContentType) {
        kind = aKind;
        contentType = aContentType;
        return this;
    }

    public StoredFile in(MediaState aState) {
        state = aState;
        return this;
    }

    public StoredFile called(String aName) {
        name = aName;
        return this;
    }

    public StoredFile with(byte[] someBytes) {
        bytes = someBytes;
        return this;
    }

    public StoredFile since(Duration ago) {
        createdAt = createdAt.minus(ago);
        return this;
    }

    /** Known, but its bytes are not in the store. */
    public StoredFile withoutObject() {
        hasObject = false;
        return this;
    }

    public StoredFile withPreview(Variant variant, byte[] jpeg) {
        previews.add(new Preview(variant, 320, 200, "image/jpeg", jpeg.length, key(variant)));
        put(key(variant), jpeg);
        return this;
    }

    private String key(Variant variant) {
        return Media.prefix(id) + variant.text();
    }

    /** Stores it; its id. */
    public UUID store() {
        if (hasObject) {
            put(key(Variant.ORIGINAL), bytes);
        }
        var files = service.getBean(MediaFiles.class);
        var media =
                new Media(
                        id,
                        new UserId(owner),
                        kind,
                        state,
                        name,
                        contentType,
                        new Media.Original(key(Variant.ORIGINAL), bytes.length, 1, false),
                        Appearance.UNKNOWN,
                        previews,
                        createdAt);
        files.create(media)
                .then(files.store(media))
                .as(service.getBean(TransactionalOperator.class)::transactional)
                .block(LIMIT);
        return id.value();
    }

    private void put(String key, byte[] content) {
        service.getBean(ObjectStore.class)
                .put(key, Mono.just(List.of(ByteBuffer.wrap(content))))
                .block(LIMIT);
    }
}
