package org.tertulia.contracts.translation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a text has no translation. */
public enum UntranslatedReason {
    /** It is in that language already. */
    @JsonProperty("same-language")
    SAME_LANGUAGE,

    /** It has no words: emoji, links, code, names. */
    @JsonProperty("no-words")
    NO_WORDS,

    /** Its language was not recognised with enough certainty. */
    @JsonProperty("unsure")
    UNSURE,

    /** No engine translates from its language into the other one. */
    @JsonProperty("no-engine")
    NO_ENGINE,

    /** It is longer than a text may be that is translated. */
    @JsonProperty("too-long")
    TOO_LONG,

    /** All engines that translate it have failed; another time may go better. */
    @JsonProperty("engines-failed")
    ENGINES_FAILED
}
