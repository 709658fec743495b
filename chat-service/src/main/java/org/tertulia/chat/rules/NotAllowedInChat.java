package org.tertulia.chat.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The person sees the chat, but their role does not allow what they asked for. */
public final class NotAllowedInChat extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** {@code role} is null for people who are not members. */
    public NotAllowedInChat(@Nullable ChatRole role, ChatAction action) {
        super(
                ProblemTypes.FORBIDDEN,
                "As %s of this chat you can not %s."
                        .formatted(
                                role == null ? "somebody who is no member" : role.text(),
                                action.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
}
