package org.tertulia.message.timeline;

import java.util.stream.Stream;

/** Cuts pages from what was found with a limit of one more than the page holds. */
final class MessagePages {

    private MessagePages() {}

    /** {@code found} ends before a seq. */
    static MessagePage before(MessageStretch found, int limit, boolean newerExist) {
        var all = found.messages();
        var left = Math.max(0, all.size() - limit);
        var items = all.subList(left, all.size());
        return new MessagePage(
                items,
                left > 0 ? MessagePosition.cursor(all.get(left - 1).seq() + 1) : null,
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

    /** {@code found} has messages on both sides of a seq; the one there is the first of the newer ones. */
    static MessagePage around(MessageStretch found, int limit, long seq) {
        var older = found.messages().stream().filter(message -> message.seq() < seq).toList();
        var newer = found.messages().stream().filter(message -> message.seq() >= seq).toList();
        var left = before(new MessageStretch(older, found.lastSeq()), limit / 2, false);
        var right = after(new MessageStretch(newer, found.lastSeq()), limit - limit / 2, 0);
        return new MessagePage(
                Stream.concat(left.items().stream(), right.items().stream()).toList(),
                left.before(),
                right.after(),
                found.lastSeq());
    }

    private static String cursor(MessageView message) {
        return MessagePosition.cursor(message.seq());
    }
}
