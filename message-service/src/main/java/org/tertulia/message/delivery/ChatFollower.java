package org.tertulia.message.delivery;

/**
 * A connection, as those see it who hand it what happens in the chats that it follows; with its place in the chat.
 */
interface ChatFollower {

    /** Whether it is over with the connection, and it is only still to be taken out: it is told nothing more. */
    boolean hasEnded();

    /** An entry that came by the topic. */
    void onEntry(ChatCursor cursor, LiveEntry entry);

    /**
     * Entries that came together.
     *
     * @param wire their bytes, for connections that want all of them
     * @return whether the connection has got all of them now
     */
    boolean onRun(ChatCursor cursor, EntryRun run, ChatFollowers.SharedWrite wire);

    /** Somebody is writing. */
    void onTyping(ShardSignal.Typing typing);

    /** Where the chat stands in the database. */
    void onAudit(ChatCursor cursor, long lastSeq);
}
