package org.tertulia.message.changing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePinned;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.MessageUnpinned;
import org.tertulia.contracts.message.ReactionAdded;
import org.tertulia.contracts.message.ReactionRemoved;

/** What a client that has nothing but the entries knows of the messages. */
final class ReplayedChanges {

    /** A message as it is now; reactions as {@code emoji user}. */
    record State(
            String text,
            List<Attachment> attachments,
            int version,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            @Nullable Instant pinnedAt,
            @Nullable UUID pinnedBy,
            List<UUID> mentions,
            boolean everyone,
            List<String> reactions) {}

    private final Map<Long, Replayed> messages = new TreeMap<>();
    private long lastSeq;

    private static final class Replayed {
        private String text = "";
        private List<Attachment> attachments = List.of();
        private int version = 1;
        private @Nullable Instant editedAt;
        private @Nullable Instant deletedAt;
        private @Nullable Instant pinnedAt;
        private @Nullable UUID pinnedBy;
        private List<UUID> mentions = List.of();
        private boolean everyone;
        private final TreeSet<String> reactions = new TreeSet<>();
    }

    /** By seq. */
    Map<Long, State> messages() {
        var states = new TreeMap<Long, State>();
        messages.forEach(
                (seq, m) ->
                        states.put(
                                seq,
                                new State(
                                        m.text,
                                        m.attachments,
                                        m.version,
                                        m.editedAt,
                                        m.deletedAt,
                                        m.pinnedAt,
                                        m.pinnedBy,
                                        m.mentions,
                                        m.everyone,
                                        new ArrayList<>(m.reactions))));
        return states;
    }

    void apply(LogEntry entry) {
        if (entry.seq() != ++lastSeq) {
            throw new AssertionError("expected %d, not %s".formatted(lastSeq, entry));
        }
        switch (entry) {
            case MessagePosted e -> {
                var message = new Replayed();
                messages.put(e.seq(), message);
                say(message, e.text(), e.mentions());
                message.attachments = Objects.requireNonNullElse(e.attachments(), List.of());
                message.deletedAt = e.deletedAt();
            }
            case MessageEdited e -> {
                var message = message(e.message());
                say(message, e.text(), e.mentions());
                message.version = e.version();
                message.editedAt = e.at();
            }
            case MessageDeleted e -> {
                var message = message(e.message());
                say(message, "", null);
                message.attachments = List.of();
                message.deletedAt = e.at();
                message.pinnedAt = null;
                message.pinnedBy = null;
                message.reactions.clear();
            }
            case ReactionAdded e ->
                    message(e.message()).reactions.add(e.emoji() + " " + e.userId());
            case ReactionRemoved e ->
                    message(e.message()).reactions.remove(e.emoji() + " " + e.userId());
            case MessagePinned e -> pin(message(e.message()), e.at(), e.by());
            case MessageUnpinned e -> pin(message(e.message()), null, null);
            default -> throw new AssertionError("not about messages: " + entry);
        }
    }

    private Replayed message(long seq) {
        return Objects.requireNonNull(messages.get(seq), () -> "no message " + seq);
    }

    private static void say(Replayed message, String text, @Nullable Mentioned mentions) {
        message.text = text;
        message.mentions = mentions == null ? List.of() : List.copyOf(mentions.people());
        message.everyone = mentions != null && mentions.everyone();
    }

    private static void pin(Replayed message, @Nullable Instant at, @Nullable UUID by) {
        message.pinnedAt = at;
        message.pinnedBy = by;
    }
}
