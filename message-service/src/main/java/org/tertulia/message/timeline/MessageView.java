package org.tertulia.message.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/**
 * A message as one of the chat's members sees it now. What is null is left out.
 *
 * @param id the message
 * @param chatId the chat it was said in
 * @param seq its place in the chat's log
 * @param senderId who said it
 * @param clientMessageId the id the sender's client made
 * @param text what it says now; empty when it was deleted
 * @param postedAt when it was posted, UTC
 * @param version 1, and one more with each edit
 * @param editedAt when it was last edited
 * @param deletedAt when it was deleted
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is in; null in the main conversation
 * @param mentions whom its text calls; null when nobody
 * @param forwarded the message whose text was copied, when it was forwarded
 * @param attachments the files that came with it, in their order; null when there are none
 * @param pinnedAt when it was pinned, if it is
 * @param pinnedBy who pinned it, if it is
 * @param reactions one for each emoji, the one first used first
 * @param replies what is said in its thread; null when there is nothing
 * @param bookmarked whether the member has kept it for themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        MessageId id,
        ChatId chatId,
        long seq,
        UserId senderId,
        UUID clientMessageId,
        String text,
        Instant postedAt,
        int version,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Long replyTo,
        @Nullable Long thread,
        @Nullable Mentions mentions,
        @Nullable Forwarded forwarded,
        @Nullable List<Attachment> attachments,
        @Nullable Instant pinnedAt,
        @Nullable UserId pinnedBy,
        List<Reaction> reactions,
        @Nullable Replies replies,
        boolean bookmarked) {

    /** The most replies of a thread that {@link Replies} looks at. */
    public static final int MAX_REPLIES = 1_000;

    /** Keeps its own copies of the lists. */
    public MessageView {
        attachments = attachments == null ? null : List.copyOf(attachments);
        reactions = List.copyOf(reactions);
    }

    /**
     * Whom a text calls.
     *
     * @param people the members it names, and those it called while they were online
     * @param everyone whether it calls all members
     */
    public record Mentions(List<UUID> people, boolean everyone) {

        /** Keeps its own copy of the list. */
        public Mentions {
            people = List.copyOf(people);
        }

        /** Null when nobody is called. */
        public static @Nullable Mentions of(List<UUID> people, boolean everyone) {
            return people.isEmpty() && !everyone ? null : new Mentions(people, everyone);
        }
    }

    /**
     * The message that was forwarded.
     *
     * @param chatId the chat it is in
     * @param seq its place in that chat's log
     * @param senderId whose message it is
     * @param postedAt when it was posted, UTC
     */
    public record Forwarded(ChatId chatId, long seq, UserId senderId, Instant postedAt) {}

    /**
     * Who reacted with one emoji.
     *
     * @param emoji the emoji
     * @param count how many people
     * @param mine whether the member is one of them
     * @param first the first three of them
     */
    public record Reaction(String emoji, int count, boolean mine, List<UserId> first) {

        /** Keeps its own copy of the list. */
        public Reaction {
            first = List.copyOf(first);
        }
    }

    /**
     * What is said in a message's thread; of deleted replies nothing is counted.
     *
     * @param count how many replies, counted up to {@link #MAX_REPLIES}
     * @param lastSeq the seq of the newest
     * @param lastAt when the newest was posted
     * @param senders the first three who replied, among the newest {@link #MAX_REPLIES}
     */
    public record Replies(int count, long lastSeq, Instant lastAt, List<UserId> senders) {

        /** Keeps its own copy of the list. */
        public Replies {
            senders = List.copyOf(senders);
        }
    }
}
