package org.tertulia.chat.rules;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * Who may do what. All services and clients that show or hide an action follow this table.
 *
 * <p>People outside see public chats only. In private chats both members may do the same: read, set
 * the receipts and the emoji, and delete. Elsewhere members see the emoji and may leave, administrators edit
 * the chat, set its receipts and add and remove plain members, and only owners give roles, set the emoji,
 * remove administrators and owners, and delete the chat.
 */
public final class ChatRules {

    private ChatRules() {}

    /** Decides; {@code role} is null for people who are not members. */
    public static Verdict judge(ChatKind kind, @Nullable ChatRole role, ChatAction action) {
        if (kind != ChatKind.PUBLIC && role == null) {
            return Verdict.HIDDEN;
        }
        if (kind == ChatKind.PRIVATE) {
            return isForTwo(action) ? Verdict.ALLOWED : Verdict.NOT_FOR_KIND;
        }
        return suffices(role, action) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }

    private static boolean isForTwo(ChatAction action) {
        return switch (action) {
            case SEE, SET_RECEIPTS, SEE_EMOJI, SET_EMOJI, DELETE -> true;
            case EDIT, JOIN, LEAVE, ADD_MEMBER, SET_ROLE, REMOVE_MEMBER, REMOVE_STAFF -> false;
        };
    }

    private static boolean suffices(@Nullable ChatRole role, ChatAction action) {
        return switch (action) {
            case SEE, JOIN -> true;
            case LEAVE, SEE_EMOJI -> role != null;
            case EDIT, SET_RECEIPTS, ADD_MEMBER, REMOVE_MEMBER ->
                    role == ChatRole.OWNER || role == ChatRole.ADMIN;
            case DELETE, SET_ROLE, SET_EMOJI, REMOVE_STAFF -> role == ChatRole.OWNER;
        };
    }

    /** Fails with {@link ChatNotFound}, {@link NotAllowedInChat} or {@link ChatNotEditable}. */
    public static void require(
            ChatId chat, ChatKind kind, @Nullable ChatRole role, ChatAction action) {
        switch (judge(kind, role, action)) {
            case ALLOWED -> {}
            case HIDDEN -> throw new ChatNotFound(chat);
            case FORBIDDEN -> throw new NotAllowedInChat(role, action);
            case NOT_FOR_KIND -> throw new ChatNotEditable();
        }
    }
}
