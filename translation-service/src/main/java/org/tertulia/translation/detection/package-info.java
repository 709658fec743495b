/**
 * Finds out what language a text is in, by the n-grams of <a href="https://github.com/nitotm/efficient-language-detector-js">
 * Efficient Language Detector</a>.
 */
@NullMarked
package org.tertulia.translation.detection;

import org.jspecify.annotations.NullMarked;
