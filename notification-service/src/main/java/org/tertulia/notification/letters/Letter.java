package org.tertulia.notification.letters;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;

/**
 * What a mail says.
 *
 * @param subject its subject
 * @param text as plain text
 * @param html as HTML, a whole document
 * @param language what it is written in
 * @param unsubscribe where one click ends such mails (RFC 8058); null when there is nothing to end
 */
public record Letter(
        String subject, String text, String html, Language language, @Nullable URI unsubscribe) {}
