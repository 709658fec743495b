package org.tertulia.contracts.scheduled;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to come with a scheduled message.
 *
 * @param mediaId the file, one of the author's own
 * @param alt what it shows, in words, for those who do not see it; null when nothing was said
 */
public record ScheduledFile(
        UUID mediaId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String alt) {}
