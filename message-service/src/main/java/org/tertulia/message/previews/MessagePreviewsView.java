package org.tertulia.message.previews;

import java.util.List;

/**
 * The previews of a message, in the order of its links.
 *
 * @param items those that are known; of a link that has none, nothing
 * @param pending whether some are still being fetched, so that asking again in a while tells more
 */
record MessagePreviewsView(List<PreviewView> items, boolean pending) {

    /** Keeps its own copy of the list. */
    MessagePreviewsView {
        items = List.copyOf(items);
    }
}
