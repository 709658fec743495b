package org.tertulia.scheduler.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its owner sees it. What is null is left out.
 *
 * @param url its path, with what is secret of it; told once, when it is made
 * @param createdAt when it was made, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedView(@Nullable String url, Instant createdAt) {}
