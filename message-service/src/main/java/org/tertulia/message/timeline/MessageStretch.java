package org.tertulia.message.timeline;

import java.util.List;

/**
 * Messages that were found, and the moment they were found at.
 *
 * @param messages ascending by seq
 * @param lastSeq the last seq of the chat's log at that moment: what came up to there is in them
 */
record MessageStretch(List<MessageView> messages, long lastSeq) {}
