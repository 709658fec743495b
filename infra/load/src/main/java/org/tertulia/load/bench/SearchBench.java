package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tertulia.load.client.Person;

/** One person searches, one query after the other, as they would while typing. */
final class SearchBench {
    /** Searches of each kind that do not count. */
    private static final int WARM_UP = 20;

    private static final String ROW = "  %-36s %6s %10s %10s";

    /** What people look for, by kind; the queries of a kind take turns. */
    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("a rare word", List.of("zanahoriada", "ZANAHORIADAS"));
        KINDS.put("a common word", List.of("de", "the", "la", "que", "und"));
        KINDS.put("a word of every day", List.of("reunión", "invoices", "serveurs", "semanas"));
        KINDS.put("three common words", List.of("de la que", "the of and", "der die und"));
        KINDS.put("two letters", List.of("re", "ca", "in", "se"));
        KINDS.put("three letters", List.of("reu", "ser", "can", "pro"));
        KINDS.put("letters that begin nothing", List.of("xqz", "zzz"));
        KINDS.put("a phrase", List.of("\"de la\"", "\"of the\"", "\"reunión de\""));
        KINDS.put("from: and a word", List.of("from:me de", "from:me reunión", "from:me the"));
        KINDS.put("Japanese", List.of("東京都", "会議", "京"));
        KINDS.put("has:link and a month", List.of("has:link after:2026-01-01 de"));
        KINDS.put("no word at all", List.of("from:me", "has:link", "-de"));
    }

    private final Person person;
    private final int searches;

    SearchBench(Person person, int searches) {
        this.person = person;
        this.searches = searches;
    }

    /** All kinds. */
    List<Searches> run(PrintWriter out) {
        var results = new ArrayList<Searches>();
        out.println(ROW.formatted("", "hits", "p50 ms", "p99 ms"));
        KINDS.forEach(
                (kind, queries) -> {
                    var result = run(kind, queries);
                    results.add(result);
                    out.println(
                            String.format(
                                    Locale.ROOT,
                                    ROW,
                                    kind,
                                    result.hits(),
                                    String.format(Locale.ROOT, "%.1f", result.p50Millis()),
                                    String.format(Locale.ROOT, "%.1f", result.p99Millis())));
                    out.flush();
                });
        return results;
    }

    private Searches run(String kind, List<String> queries) {
        var latencies = new Latencies(searches);
        var hits = 0;
        for (var i = -WARM_UP; i < searches; i++) {
            var query = queries.get(Math.floorMod(i, queries.size()));
            var start = System.nanoTime();
            hits = search(query);
            if (i >= 0) {
                latencies.add(System.nanoTime() - start);
            }
        }
        return new Searches(
                kind, hits, latencies.percentileMillis(0.5), latencies.percentileMillis(0.99));
    }

    private int search(String query) {
        var answer =
                person.get(
                        "/api/v1/search/messages?q="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        return answer.json().path("items").size();
    }
}
