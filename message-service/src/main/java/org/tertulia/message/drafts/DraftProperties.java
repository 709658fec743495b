package org.tertulia.message.drafts;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bound of drafts.
 *
 * @param maxPerPerson drafts of one person, over all chats and threads
 */
@Validated
@ConfigurationProperties("tertulia.message.drafts")
record DraftProperties(@Min(1) @DefaultValue("500") int maxPerPerson) {}
