package org.tertulia.message.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Searches in a database, without the service. */
final class SearchSteps {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient database;
    private final SearchRepository repository;
    private final SearchPlanner planner;
    private final SearchIndex index;

    SearchSteps(DatabaseClient database) {
        this.database = database;
        this.repository = new SearchRepository(database);
        this.planner = new SearchPlanner(repository);
        this.index = new SearchIndex(new SearchIndexRepository(database));
    }

    void index() {
        index.catchUp().block(PATIENCE);
    }

    /** The texts of what somebody finds, the newest first. */
    List<String> find(UUID person, String query) {
        return hits(person, query, SearchWindow.NEWEST, 100, 100).hits().stream()
                .map(SearchHit::place)
                .sorted(java.util.Comparator.reverseOrder())
                .map(this::text)
                .toList();
    }

    /** The same from the best to the worst. */
    List<String> ranked(UUID person, String query) {
        return hits(person, query, SearchWindow.NEWEST, 100, 100).hits().stream()
                .map(hit -> text(hit.place()))
                .toList();
    }

    SearchHits hits(UUID person, String query, SearchWindow window, int most, int blocks) {
        return repository
                .find(new UserId(person), plan(person, query), window, most, blocks)
                .block(PATIENCE);
    }

    SearchPlan plan(UUID person, String query) {
        return planner.plan(new UserId(person), SearchQuery.parse(query), null, ZoneOffset.UTC)
                .block(PATIENCE);
    }

    /** The words of a text that a query finds. */
    java.util.Set<String> found(UUID person, String query, String text) {
        var words = new java.util.LinkedHashSet<String>();
        TextFragments.of(text).addTo(words, 100);
        return repository.found(words, plan(person, query)).block(PATIENCE);
    }

    void follow(UUID... chat) {
        index.follow(Arrays.stream(chat).map(ChatId::new).toList()).block(PATIENCE);
    }

    /** By which translation each of these messages is found that is found by one only: its seq and language. */
    Mono<List<String>> translations(SearchPlan plan, UUID chat, int... seqs) {
        var messages = Arrays.stream(seqs).mapToObj(seq -> view(chat, seq, "")).toList();
        return repository
                .translations(messages, plan)
                .map(row -> row.message().seq() + " " + row.language())
                .collectList();
    }

    /** A message as it was posted. */
    static MessageView view(UUID chat, long seq, String text) {
        return new MessageView(
                new MessageId(chat),
                new ChatId(chat),
                seq,
                new UserId(chat),
                chat,
                text,
                Instant.EPOCH,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false);
    }

    private String text(SearchPlace place) {
        return database.sql("SELECT text FROM messages WHERE chat_id = $1 AND seq = $2")
                .bind(0, place.chatId())
                .bind(1, place.seq())
                .mapValue(String.class)
                .one()
                .block(PATIENCE);
    }
}
