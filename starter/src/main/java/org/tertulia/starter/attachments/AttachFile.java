package org.tertulia.starter.attachments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has a file come with a message.
 *
 * @param mediaId the file, one of the sender's own
 * @param alt what it shows, in words, for those who do not see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachFile(UUID mediaId, @Nullable String alt) {}
