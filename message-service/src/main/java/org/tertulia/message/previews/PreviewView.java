package org.tertulia.message.previews;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself. What is null is left out; a title or a description is always there.
 *
 * @param url the link as the message has it
 * @param siteName the site
 * @param title the page
 * @param description what it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        String url,
        @Nullable String siteName,
        @Nullable String title,
        @Nullable String description) {}
