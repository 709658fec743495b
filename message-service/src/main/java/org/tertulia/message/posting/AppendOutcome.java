package org.tertulia.message.posting;

import java.util.UUID;

/** What became of one message of a batch. */
sealed interface AppendOutcome {

    /** It is in the log. */
    sealed interface Stored extends AppendOutcome {

        /** As it was posted first. */
        Message message();
    }

    /** It is in the log now. */
    record Posted(Message message) implements Stored {}

    /** The sender has posted it before; this is the first one. */
    record Repeated(Message message) implements Stored {}

    /** The sender has used its client message id in this chat for something else. */
    record Conflicting() implements AppendOutcome {}

    /** As far as is known here, there is no such chat, or the sender is not a member. */
    record NotAllowed() implements AppendOutcome {}

    /** The chat is gone for good. */
    record Deleted() implements AppendOutcome {}

    /** There is no message of the seq that it answers. */
    record UnknownReply() implements AppendOutcome {}

    /** There is no message of the seq whose thread it is for, or that one is in a thread itself. */
    record UnknownThread() implements AppendOutcome {}

    /** A file that is to come with it is somebody else's, or was refused. */
    record NotAttachable(UUID mediaId) implements AppendOutcome {}

    /** As far as is known here, a file that is to come with it is not there. */
    record NoSuchFile(UUID mediaId) implements AppendOutcome {}
}
