package org.tertulia.media.descriptions;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.media.access.ChatAccess;
import org.tertulia.media.descriptions.ChatMediaRepository.Place;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import reactor.core.publisher.Mono;

/** The files of a chat by page, for its members: the newest message first, and within a message as they were uploaded. */
@Component
final class ChatMedia {

    private static final int PARTS = 2;

    private final ChatAccess chats;
    private final ChatMediaRepository places;
    private final MediaFiles files;
    private final Descriptions descriptions;

    ChatMedia(
            ChatAccess chats,
            ChatMediaRepository places,
            MediaFiles files,
            Descriptions descriptions) {
        this.chats = chats;
        this.places = places;
        this.files = files;
        this.descriptions = descriptions;
    }

    /** Fails with ChatNotFound, MediaWithdrawn, or malformed-request for a cursor that is not one. */
    Mono<CursorPage<ChatMediaView>> page(
            UserId person, ChatId chat, Set<MediaKind> kinds, int limit, @Nullable String cursor) {
        var after = cursor == null ? Place.START : place(cursor);
        return chats.requireMember(person, chat)
                .then(Mono.defer(() -> places.findPage(chat, kinds, after, limit + 1)))
                .flatMap(found -> page(person, chat, found, limit));
    }

    private Mono<CursorPage<ChatMediaView>> page(
            UserId person, ChatId chat, List<Place> found, int limit) {
        var shown = found.stream().limit(limit).toList();
        var next = found.size() > limit ? cursor(shown.getLast()) : null;
        var ids = shown.stream().map(Place::media).distinct().toList();
        return files.findAll(ids)
                .map(media -> new CursorPage<>(views(person, chat, shown, media), next));
    }

    /** A file that was deleted since its place was read is left out. */
    private List<ChatMediaView> views(
            UserId person, ChatId chat, List<Place> shown, List<Media> media) {
        var ids = media.stream().map(Media::id).toList();
        var views =
                descriptions.views(media, person, ids).stream()
                        .collect(Collectors.toMap(MediaView::id, Function.identity()));
        return shown.stream()
                .flatMap(
                        place ->
                                Stream.ofNullable(views.get(place.media()))
                                        .map(view -> new ChatMediaView(chat, place.seq(), view)))
                .toList();
    }

    private static String cursor(Place place) {
        return PageCursor.encode(Long.toString(place.seq()), place.media().toString());
    }

    private static Place place(String cursor) {
        var parts = PageCursor.decode(cursor, PARTS);
        try {
            return new Place(Long.parseLong(parts.getFirst()), MediaId.valueOf(parts.getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw PageCursor.malformed();
        }
    }
}
