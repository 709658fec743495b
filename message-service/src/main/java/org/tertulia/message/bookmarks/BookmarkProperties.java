package org.tertulia.message.bookmarks;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bound of bookmarks.
 *
 * @param maxPerPerson bookmarks of one person, over all chats
 */
@Validated
@ConfigurationProperties("tertulia.message.bookmarks")
record BookmarkProperties(@Min(1) @DefaultValue("10000") int maxPerPerson) {}
