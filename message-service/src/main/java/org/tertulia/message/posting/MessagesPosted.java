package org.tertulia.message.posting;

import java.util.List;

/**
 * This instance has committed messages; told to it alone, at once. The topic brings them to all, this one
 * included, later. May be told of a chat in another order than its log, or not at all.
 */
public record MessagesPosted(List<Message> messages) {

    /** Keeps its own copy of the list. */
    public MessagesPosted {
        messages = List.copyOf(messages);
    }
}
