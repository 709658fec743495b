package org.tertulia.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The messages of a chat as its log says, entry by entry; written anew here, against the service's SQL. */
final class ReplayedLog {

    /** One message. */
    static final class Said {
        private final String sender;
        private final long thread;
        private String text;
        private JsonNode attachments;
        private int version = 1;
        private boolean deleted;
        private boolean pinned;
        private boolean everyone;
        private final Set<String> called = new HashSet<>();
        private final Map<String, Set<String>> reactions = new LinkedHashMap<>();

        private Said(String sender, long thread, String text, JsonNode attachments) {
            this.sender = sender;
            this.thread = thread;
            this.text = text;
            this.attachments = attachments;
        }

        String sender() {
            return sender;
        }

        int version() {
            return version;
        }

        long thread() {
            return thread;
        }

        boolean isUnreadFor(String person) {
            return !deleted && !sender.equals(person);
        }

        boolean calls(String person) {
            return isUnreadFor(person) && (everyone || called.contains(person));
        }

        Set<String> called() {
            return called;
        }

        private void call(JsonNode mentions) {
            called.clear();
            mentions.path("people").forEach(id -> called.add(id.asString()));
            everyone = mentions.path("everyone").asBoolean(false);
        }

        private void delete() {
            deleted = true;
            text = "";
            attachments = MissingNode.getInstance();
            pinned = false;
            everyone = false;
            called.clear();
            reactions.clear();
        }

        private Map<String, Integer> counts() {
            return reactions.entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size()));
        }
    }

    /**
     * A message as it is shown, with attachments or with a missing node; replies are those that were not deleted.
     *
     * @param mine the emoji that the person reacted with
     */
    record Seen(
            String sender,
            long thread,
            String text,
            JsonNode attachments,
            int version,
            boolean deleted,
            boolean pinned,
            boolean everyone,
            Set<String> called,
            Map<String, Integer> reactions,
            Set<String> mine,
            List<Object> replies) {

        static Seen of(JsonNode view) {
            return new Seen(
                    view.path("senderId").asString(),
                    view.path("thread").asLong(0),
                    view.path("text").asString(),
                    view.path("attachments"),
                    view.path("version").asInt(),
                    view.has("deletedAt"),
                    view.has("pinnedAt"),
                    view.path("mentions").path("everyone").asBoolean(false),
                    strings(view.path("mentions").path("people")),
                    view.path("reactions")
                            .valueStream()
                            .collect(
                                    Collectors.toMap(
                                            r -> r.path("emoji").asString(),
                                            r -> r.path("count").asInt())),
                    view.path("reactions")
                            .valueStream()
                            .filter(r -> r.path("mine").asBoolean())
                            .map(r -> r.path("emoji").asString())
                            .collect(Collectors.toSet()),
                    replies(view.path("replies")));
        }

        private static List<Object> replies(JsonNode replies) {
            return replies.isMissingNode()
                    ? List.of()
                    : List.of(
                            replies.path("count").asInt(),
                            replies.path("lastSeq").asLong(),
                            replies.path("senders").valueStream().map(JsonNode::asString).toList());
        }

        private static Set<String> strings(JsonNode list) {
            return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        }
    }

    private final Map<Long, Said> said = new TreeMap<>();
    private long lastSeq;

    long lastSeq() {
        return lastSeq;
    }

    Said message(long seq) {
        return said.get(seq);
    }

    List<Long> seqs() {
        return new ArrayList<>(said.keySet());
    }

    List<Long> roots() {
        return seqs().stream().filter(seq -> said.get(seq).thread == 0).toList();
    }

    /** The roots of all threads in which something was ever said. */
    Set<Long> threads() {
        return said.values().stream()
                .map(message -> message.thread)
                .filter(thread -> thread != 0)
                .collect(Collectors.toSet());
    }

    /** Those of the main conversation (0), or of a thread, after a seq. */
    List<Said> after(long thread, long seq) {
        return said.entrySet().stream()
                .filter(e -> e.getKey() > seq && e.getValue().thread == thread)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Applies the next entry. */
    void apply(JsonNode entry) {
        var seq = entry.path("seq").asLong();
        if (seq != lastSeq + 1) {
            throw new AssertionError("after %d comes %d".formatted(lastSeq, seq));
        }
        lastSeq = seq;
        var about = said.get(entry.path("message").asLong());
        switch (entry.path("type").asString()) {
            case "message.posted" -> post(seq, entry);
            case "message.edited" -> edit(about, entry);
            case "message.deleted" -> about.delete();
            case "reaction.added" -> reactors(about, entry).add(entry.path("userId").asString());
            case "reaction.removed" ->
                    reactors(about, entry).remove(entry.path("userId").asString());
            case "message.pinned" -> about.pinned = true;
            case "message.unpinned" -> about.pinned = false;
            default -> {}
        }
    }

    private void post(long seq, JsonNode entry) {
        var message =
                new Said(
                        entry.path("senderId").asString(),
                        entry.path("thread").asLong(0),
                        entry.path("text").asString(),
                        entry.path("attachments"));
        message.call(entry.path("mentions"));
        message.deleted = entry.has("deletedAt");
        said.put(seq, message);
    }

    private static void edit(Said message, JsonNode entry) {
        message.version = entry.path("version").asInt();
        message.text = entry.path("text").asString();
        message.call(entry.path("mentions"));
    }

    private static Set<String> reactors(Said message, JsonNode entry) {
        return message.reactions.computeIfAbsent(
                entry.path("emoji").asString(), emoji -> new LinkedHashSet<>());
    }

    /** All messages, as nobody in particular sees them. */
    Map<Long, Seen> messages() {
        return messagesFor(null);
    }

    Map<Long, Seen> messagesFor(@Nullable UUID person) {
        var seen = new TreeMap<Long, Seen>();
        said.forEach((seq, message) -> seen.put(seq, seen(seq, message, String.valueOf(person))));
        return seen;
    }

    private Seen seen(long seq, Said message, String person) {
        return new Seen(
                message.sender,
                message.thread,
                message.text,
                message.attachments,
                message.version,
                message.deleted,
                message.pinned,
                message.everyone,
                Set.copyOf(message.called),
                message.counts(),
                message.reactions.entrySet().stream()
                        .filter(e -> e.getValue().contains(person))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                replies(seq));
    }

    private List<Object> replies(long root) {
        var replies =
                said.entrySet().stream()
                        .filter(e -> e.getValue().thread == root && !e.getValue().deleted)
                        .toList();
        return replies.isEmpty()
                ? List.of()
                : List.of(
                        replies.size(),
                        replies.getLast().getKey(),
                        replies.stream()
                                .map(e -> e.getValue().sender)
                                .distinct()
                                .limit(3)
                                .toList());
    }
}
