package org.tertulia.media.descriptions;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.media.access.Access;
import org.tertulia.media.addresses.Addresses;
import org.tertulia.media.descriptions.MediaView.PreviewView;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Preview;
import org.tertulia.media.files.Variant;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Tells a person of the files that they may read, with addresses that are good for them. */
@Component
final class Descriptions {

    private final Access access;
    private final Addresses addresses;

    Descriptions(Access access, Addresses addresses) {
        this.access = access;
        this.addresses = addresses;
    }

    /** Fails with MediaNotFound for a stranger, MediaWithdrawn for who was removed. */
    Mono<MediaView> one(UserId person, MediaId id) {
        return access.require(person, id).map(media -> view(media, person, addresses.expiry()));
    }

    /** Those that the person may read, in the order asked for. */
    Mono<List<MediaView>> several(UserId person, List<MediaId> ids) {
        return access.readable(person, ids).map(found -> views(found, person, ids));
    }

    /** These files, in the order of {@code ids}, which may name others too. */
    List<MediaView> views(List<Media> found, UserId person, List<MediaId> ids) {
        var expiry = addresses.expiry();
        var byId = found.stream().collect(Collectors.toMap(Media::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .map(media -> view(media, person, expiry))
                .toList();
    }

    private MediaView view(Media media, UserId person, Instant expiry) {
        var seen = media.appearance();
        return new MediaView(
                media.id(),
                media.ownerId(),
                media.kind(),
                media.state(),
                media.name(),
                media.contentType(),
                media.original().bytes(),
                seen.width(),
                seen.height(),
                seen.durationMs(),
                seen.placeholder(),
                seen.waveform(),
                previews(media, person, expiry),
                original(media, person, expiry),
                expiry,
                media.createdAt());
    }

    private List<PreviewView> previews(Media media, UserId person, Instant expiry) {
        return media.state() == MediaState.REFUSED
                ? List.of()
                : media.previews().stream()
                        .map(preview -> preview(media.id(), preview, person, expiry))
                        .toList();
    }

    private PreviewView preview(MediaId id, Preview preview, UserId person, Instant expiry) {
        return new PreviewView(
                preview.variant(),
                preview.width(),
                preview.height(),
                preview.contentType(),
                preview.bytes(),
                addresses.of(id, preview.variant(), person, expiry));
    }

    private @Nullable String original(Media media, UserId person, Instant expiry) {
        var isThere =
                switch (media.state()) {
                    case READY, NO_PREVIEW -> true;
                    case PROCESSING -> media.ownerId().equals(person);
                    case REFUSED -> false;
                };
        return isThere ? addresses.of(media.id(), Variant.ORIGINAL, person, expiry) : null;
    }
}
