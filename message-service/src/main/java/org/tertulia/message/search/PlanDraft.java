package org.tertulia.message.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** A plan while it is being made. Marks and words are quoted here and in the database; nothing else is. */
final class PlanDraft {

    /** In the keys: where the prefix of the block comes. */
    private static final String PREFIX = "\u0001";

    /** The mark of nobody. */
    private static final String NOBODY = "@";

    private final UserId person;
    private final ZoneId zone;
    private final Supplier<SearchTerm> terms;
    private final Map<String, UUID> people;
    private final Map<UUID, String> titles;

    private final List<String> keys = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> exact = new ArrayList<>();
    private final List<String> senders = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> lexemes = new ArrayList<>();
    private final List<UUID> notChats = new ArrayList<>();
    private @Nullable List<UUID> named;
    private @Nullable ChatId only;
    private @Nullable Instant from;
    private @Nullable Instant to;

    /**
     * A plan for a query with nothing in it.
     *
     * @param terms the terms of its words and phrases, one after the other
     * @param people those whom it names, by handle
     * @param titles the chats that it names
     */
    PlanDraft(
            UserId person,
            ZoneId zone,
            Supplier<SearchTerm> terms,
            Map<String, UUID> people,
            Map<UUID, String> titles) {
        this.person = person;
        this.zone = zone;
        this.terms = terms;
        this.people = people;
        this.titles = titles;
    }

    PlanDraft in(@Nullable ChatId chat) {
        only = chat;
        return this;
    }

    PlanDraft addAll(List<SearchPart> parts) {
        var looksForNothing = true;
        for (var part : parts) {
            looksForNothing &= !add(part);
        }
        if (looksForNothing) {
            throw SearchQuery.nothingToLookFor();
        }
        return this;
    }

    /** Whether the part changes what is found. */
    private boolean add(SearchPart part) {
        return switch (part) {
            case SearchPart.Word(_, var negated) -> term(negated, false);
            case SearchPart.Phrase(_, var negated) -> term(negated, true);
            case SearchPart.From(var handle, var negated) -> sender(handle, negated);
            case SearchPart.In(var chat, var negated) -> chat(chat, negated);
            case SearchPart.Marked(var mark, var negated) -> marked(List.of(mark), negated);
            case SearchPart.MentionsMe(var negated) ->
                    marked(List.of(mark(">", person.value()), ">all"), negated);
            case SearchPart.Before(var day) -> between(null, day);
            case SearchPart.After(var day) -> between(day.plusDays(1), null);
            case SearchPart.On(var day) -> between(day, day.plusDays(1));
        };
    }

    private boolean term(boolean negated, boolean phrase) {
        var term = terms.get();
        if (term.keys() == null || term.words() == null) {
            return false;
        }
        var group = "(" + term.words() + ")";
        if (negated) {
            exact.add("!" + group);
            return true;
        }
        keys.add(term.keys());
        words.add(group);
        if (phrase) {
            exact.add(group);
        }
        prefixes.addAll(term.prefixes());
        lexemes.addAll(term.lexemes());
        return true;
    }

    private boolean sender(String handle, boolean negated) {
        var id = handle.equals("me") ? person.value() : people.get(handle);
        var mark = id == null ? NOBODY : mark("@", id);
        return negated ? marked(List.of(mark), true) : senders.add(mark);
    }

    private boolean chat(String name, boolean negated) {
        var ids =
                titles.entrySet().stream()
                        .filter(title -> title.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .toList();
        if (negated) {
            notChats.addAll(ids);
        } else {
            named = named == null ? new ArrayList<>() : named;
            named.addAll(ids);
        }
        return true;
    }

    private boolean marked(List<String> marks, boolean negated) {
        if (negated) {
            words.add("!(" + either("", marks) + ")");
        } else {
            keys.add("(" + either(PREFIX, marks) + ")");
            words.add("(" + either("", marks) + ")");
        }
        return true;
    }

    private boolean between(@Nullable LocalDate first, @Nullable LocalDate end) {
        if (first != null) {
            var time = first.atStartOfDay(zone).toInstant();
            from = from == null || time.isAfter(from) ? time : from;
        }
        if (end != null) {
            var time = end.atStartOfDay(zone).toInstant();
            to = to == null || time.isBefore(to) ? time : to;
        }
        return true;
    }

    SearchPlan plan() {
        if (!senders.isEmpty()) {
            marked(senders, false);
        }
        return new SearchPlan(
                chats(), notChats, all(keys), all(words), all(exact), from, to, prefixes, lexemes);
    }

    private @Nullable List<UUID> chats() {
        if (only == null) {
            return named;
        }
        var chat = only.value();
        return named == null || named.contains(chat) ? List.of(chat) : List.of();
    }

    private static @Nullable String all(List<String> queries) {
        return queries.isEmpty() ? null : String.join(" & ", queries);
    }

    private static String either(String prefix, List<String> marks) {
        return marks.stream()
                .map(mark -> "'" + prefix + mark + "'")
                .collect(Collectors.joining(" | "));
    }

    private static String mark(String kind, UUID id) {
        return kind + id.toString().replace("-", "");
    }
}
