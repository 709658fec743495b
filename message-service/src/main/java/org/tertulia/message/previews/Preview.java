package org.tertulia.message.previews;

import org.jspecify.annotations.Nullable;
import org.tertulia.message.webpages.PageSummary;

/**
 * What is known of a page.
 *
 * @param page what it says; null when there is nothing to show
 * @param pending whether that is still being found out
 */
record Preview(@Nullable PageSummary page, boolean pending) {

    /** There is none. */
    static final Preview NONE = new Preview(null, false);

    /** It is being fetched. */
    static final Preview PENDING = new Preview(null, true);

    static Preview of(PageSummary page) {
        return page.isTelling() ? new Preview(page, false) : NONE;
    }
}
