package org.tertulia.message.timeline;

import org.jspecify.annotations.Nullable;

/** Cuts pages from what was found with a limit of one more than the page holds. */
final class MessagePages {

    private MessagePages() {}

    /** {@code found} ends before a seq. */
    static MessagePage before(MessageStretch found, int limit, boolean newerExist) {
        var all = found.messages();
        var more = all.size() > limit;
        var items = more ? all.subList(all.size() - limit, all.size()) : all;
        return new MessagePage(
                items,
                more ? cursor(items.getFirst()) : null,
                newerExist && !items.isEmpty() ? cursor(items.getLast()) : null,
                found.lastSeq());
    }

    /** {@code found} begins after {@code after}. */
    static MessagePage after(MessageStretch found, int limit, long after) {
        var more = found.messages().size() > limit;
        var items = more ? found.messages().subList(0, limit) : found.messages();
        return new MessagePage(
                items,
                after > 0 ? MessagePosition.cursor(after + 1) : null,
                more ? cursor(items.getLast()) : null,
                found.lastSeq());
    }

    private static @Nullable String cursor(MessageView message) {
        return MessagePosition.cursor(message.seq());
    }
}
