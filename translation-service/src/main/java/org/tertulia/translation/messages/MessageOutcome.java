package org.tertulia.translation.messages;

import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.store.KeptTranslation;
import org.tertulia.translation.translating.TranslationOutcome.Reason;

/** What came of translating a text of a message. */
public sealed interface MessageOutcome {

    /** It has just been made; it is kept, and announced. */
    record Made(KeptTranslation translation) implements MessageOutcome {}

    /** It was there already. */
    record Found(KeptTranslation translation) implements MessageOutcome {}

    /**
     * There is none.
     *
     * @param source the language the message is in; null when that is not known
     * @param reason why
     */
    record Without(@Nullable Language source, Reason reason) implements MessageOutcome {}
}
