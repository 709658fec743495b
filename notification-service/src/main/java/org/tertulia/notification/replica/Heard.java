package org.tertulia.notification.replica;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.notification.words.Lookup;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * A message as it comes from the log of its chat.
 *
 * @param chat where
 * @param seq its place
 * @param sender whose it is
 * @param thread the seq of the message in whose thread it is; null in the main conversation
 * @param at when it was posted, UTC
 * @param called whom it calls by name
 * @param everyone whether it calls all members
 * @param answers the messages that it answers
 * @param text what it says
 * @param lookups what leads to the alerts that may wait for it
 */
public record Heard(
        ChatId chat,
        long seq,
        UserId sender,
        @Nullable Long thread,
        Instant at,
        Set<UserId> called,
        boolean everyone,
        List<Long> answers,
        FoldedText text,
        List<String> lookups) {

    /** Keeps its own copies. */
    public Heard {
        called = Set.copyOf(called);
        answers = List.copyOf(answers);
        lookups = List.copyOf(lookups);
    }

    /** With what follows from the others. */
    public Heard(
            ChatId chat,
            long seq,
            UserId sender,
            @Nullable Long thread,
            Instant at,
            Set<UserId> called,
            boolean everyone,
            List<Long> answers,
            FoldedText text) {
        this(
                chat,
                seq,
                sender,
                thread,
                at,
                called,
                everyone,
                answers,
                text,
                Lookup.of(sender.value(), text));
    }
}
