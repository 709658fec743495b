package org.tertulia.message.webpages;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: each one line, plain, and bounded.
 *
 * @param siteName the site it belongs to
 * @param title its title
 * @param description what it is about
 */
public record PageSummary(
        @Nullable String siteName, @Nullable String title, @Nullable String description) {

    /** Whether there is something to show: the name of a site alone is not. */
    public boolean isTelling() {
        return title != null || description != null;
    }
}
