package org.tertulia.message.timeline;

import java.util.List;
import org.tertulia.message.posting.MessageView;

/** Cuts pages from what was found with a limit of one more than the page holds. */
final class MessagePages {

    private MessagePages() {}

    /** {@code found} descends by seq. */
    static MessagePage before(List<MessageView> found, int limit, boolean newerExist) {
        var more = found.size() > limit;
        var items = (more ? found.subList(0, limit) : found).reversed();
        return new MessagePage(
                List.copyOf(items),
                more ? MessagePosition.cursor(items.getFirst().seq()) : null,
                newerExist && !items.isEmpty()
                        ? MessagePosition.cursor(items.getLast().seq())
                        : null);
    }

    /** {@code found} ascends by seq. */
    static MessagePage after(List<MessageView> found, int limit, long after) {
        var more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        return new MessagePage(
                List.copyOf(items),
                after > 0 ? MessagePosition.cursor(after + 1) : null,
                more ? MessagePosition.cursor(items.getLast().seq()) : null);
    }
}
