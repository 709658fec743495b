package org.tertulia.message.search;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds messages; see the functions in the migrations. */
@Repository
final class SearchRepository {

    private static final String SEARCH =
            """
            SELECT chat_id, seq, posted_at, rank::float8 AS rank FROM search_messages(
                $1, $2, $3, $4, $5::tsquery, $6::tsquery, $7,
                coalesce($8, '-infinity'), coalesce($9, 'infinity'),
                coalesce($10, 'infinity'), $11, $12, coalesce($13, '-infinity'), $14, $15, $16, $17)
            """;

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final DatabaseClient database;

    SearchRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What these texts look for, in their order. */
    Mono<List<SearchTerm>> terms(List<String> texts, List<Boolean> exact) {
        return database.sql(
                        """
                        SELECT s.keys, s.words, s.prefixes, s.lexemes
                        FROM unnest($1::text[], $2::boolean[]) WITH ORDINALITY AS t (text, exact, ord), search_term(t.text, t.exact) s
                        ORDER BY t.ord
                        """)
                .bind(0, texts.toArray(String[]::new))
                .bind(1, exact.toArray(Boolean[]::new))
                .map(SearchRepository::term)
                .all()
                .collectList();
    }

    private static SearchTerm term(Readable row) {
        return new SearchTerm(
                row.get("keys", String.class),
                row.get("words", String.class),
                List.of(required(row, "prefixes", String[].class)),
                List.of(required(row, "lexemes", String[].class)));
    }

    /** The people with these handles; those that are unknown are missing. */
    Mono<Map<String, UUID>> people(Collection<String> handles) {
        return database.sql("SELECT handle, user_id FROM people WHERE handle = ANY ($1)")
                .bind(0, handles.toArray(String[]::new))
                .map(
                        row ->
                                Map.entry(
                                        required(row, "handle", String.class),
                                        required(row, "user_id", UUID.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The person's chats with these ids or titles, whatever their accents and case. */
    Mono<Map<UUID, String>> chats(UserId person, Collection<String> names) {
        return database.sql(
                        """
                        SELECT c.chat_id, n.name
                        FROM unnest($2::text[]) AS n (name)
                        JOIN memberships m ON m.user_id = $1
                        JOIN chats c ON c.chat_id = m.chat_id AND NOT c.deleted
                        WHERE c.chat_id::text = lower(n.name) OR folded(c.title) = folded(n.name)
                        """)
                .bind(0, person.value())
                .bind(1, names.toArray(String[]::new))
                .map(
                        row ->
                                Map.entry(
                                        required(row, "chat_id", UUID.class),
                                        required(row, "name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What of the person's messages {@code plan} finds in the window. */
    Mono<SearchHits> find(
            UserId person, SearchPlan plan, SearchWindow window, int most, int mostBlocks) {
        return bound(bound(database.sql(SEARCH).bind(0, person.value()), plan), window)
                .bind(15, most)
                .bind(16, mostBlocks)
                .map(SearchRepository::row)
                .all()
                .collectList()
                .map(rows -> SearchHits.of(rows, window));
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec search, SearchPlan plan) {
        return search.bind(1, ids(plan.chats()))
                .bind(2, Parameters.in(plan.notChats().toArray(UUID[]::new)))
                .bind(3, text(plan.keys()))
                .bind(4, text(plan.words()))
                .bind(5, text(plan.exact()))
                .bind(6, plan.prefixes().toArray(String[]::new))
                .bind(7, time(plan.from()))
                .bind(8, time(plan.to()));
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec search, SearchWindow window) {
        var below = window.below();
        var down = window.down();
        return search.bind(9, time(below == null ? null : below.postedAt()))
                .bind(10, below == null ? LAST : below.chatId())
                .bind(11, below == null ? Long.MAX_VALUE : below.seq())
                .bind(12, time(down == null ? null : down.postedAt()))
                .bind(13, down == null ? FIRST : down.chatId())
                .bind(14, down == null ? 0L : down.seq());
    }

    private static SearchHits.Row row(Readable row) {
        var place =
                new SearchPlace(
                        required(row, "posted_at", OffsetDateTime.class).toInstant(),
                        required(row, "chat_id", UUID.class),
                        required(row, "seq", Long.class));
        return new SearchHits.Row(place, row.get("rank", Double.class));
    }

    /** Which of {@code words} the query finds. */
    Mono<Set<String>> found(Collection<String> words, SearchPlan plan) {
        return database.sql("SELECT search_found($1, $2, $3) AS word")
                .bind(0, words.toArray(String[]::new))
                .bind(1, plan.prefixes().toArray(String[]::new))
                .bind(2, plan.lexemes().toArray(String[]::new))
                .map(row -> required(row, "word", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Those of these messages that {@code plan} finds by a translation only, with the one that it fits best. */
    Flux<TranslationRow> translations(List<MessageView> messages, SearchPlan plan) {
        return database.sql(
                        """
                        SELECT chat_id, seq, language, text
                        FROM search_translations($1, $2, $3, $4::tsquery, $5::tsquery)
                        """)
                .bind(0, messages.stream().map(m -> m.chatId().value()).toArray(UUID[]::new))
                .bind(1, messages.stream().map(MessageView::seq).toArray(Long[]::new))
                .bind(2, messages.stream().map(MessageView::version).toArray(Integer[]::new))
                .bind(3, text(plan.words()))
                .bind(4, text(plan.exact()))
                .map(SearchRepository::translation)
                .all();
    }

    private static TranslationRow translation(Readable row) {
        var chatId = new ChatId(required(row, "chat_id", UUID.class));
        return new TranslationRow(
                new MessagePlace(chatId, required(row, "seq", Long.class)),
                required(row, "language", String.class),
                required(row, "text", String.class));
    }

    private static Object ids(@Nullable List<UUID> ids) {
        return ids == null ? Parameters.in(UUID[].class) : Parameters.in(ids.toArray(UUID[]::new));
    }

    private static Object text(@Nullable String text) {
        return text == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(text);
    }

    private static Object time(@Nullable Instant time) {
        return time == null
                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                : Parameters.in(time.atOffset(ZoneOffset.UTC));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
