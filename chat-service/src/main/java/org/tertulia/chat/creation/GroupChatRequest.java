package org.tertulia.chat.creation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.chat.ledger.ChatText;
import org.tertulia.starter.id.UserId;

/**
 * Body of {@code POST /chats/group}.
 *
 * @param title its title
 * @param description free text, empty when absent
 * @param memberIds who belongs to it from the beginning, besides its creator; none when absent
 */
record GroupChatRequest(
        @NotNull String title,
        @Nullable String description,
        @Nullable @Size(max = MAX_INITIAL_MEMBERS, message = "must have at most {max} entries")
                List<@NotNull UserId> memberIds) {

    static final int MAX_INITIAL_MEMBERS = 200;

    CreateChat.Group command() {
        return new CreateChat.Group(
                ChatText.of(title, description), memberIds == null ? List.of() : memberIds);
    }
}
