package org.tertulia.translation.glossary;

import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.translation.chats.ChatRole;

/** The person is in the chat, but does not decide there. */
final class GlossaryNotWritable extends ProblemException {

    private static final long serialVersionUID = 1L;

    GlossaryNotWritable(ChatRole role) {
        super(
                ProblemTypes.FORBIDDEN,
                "As %s of this chat you can not change its glossary.".formatted(role.name()));
    }
}
