package org.tertulia.translation.asking;

import java.util.List;

/**
 * Texts in another language.
 *
 * @param translations one for each text, in their order
 */
record BatchView(List<TranslationView> translations) {

    BatchView {
        translations = List.copyOf(translations);
    }
}
