package org.tertulia.notification.decisions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.UserId;

/**
 * How a person stands to the chat in which something happened.
 *
 * @param person who
 * @param privateChat whether it is a chat of two
 * @param present whether they are a member now
 * @param chosen of what they want to be told; null when they did not choose
 * @param readSeq how far they have read where it happened: in the main conversation, or in the thread
 * @param rules their alerts that may concern it, the oldest first
 */
public record Standing(
        UserId person,
        boolean privateChat,
        boolean present,
        @Nullable Level chosen,
        long readSeq,
        List<Rule> rules) {

    /** Keeps its own copy. */
    public Standing {
        rules = List.copyOf(rules);
    }

    /** What counts of {@link #chosen} and the default. */
    public Level level() {
        return chosen == null ? Level.byDefault(privateChat) : chosen;
    }

    /** The oldest of their alerts that waits for this. */
    public Optional<AlertId> alertOn(FoldedText said) {
        return rules.stream().filter(rule -> rule.meets(said)).map(Rule::alert).findFirst();
    }
}
