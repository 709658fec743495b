package org.tertulia.message.search;

import java.time.LocalDate;

/** One part of a query; a message has to meet all of them. */
sealed interface SearchPart {

    /** A word in any form, or the beginning of one. Negated: just this word. */
    record Word(String text, boolean negated) implements SearchPart {}

    /** These words, one after the other, as they are written. */
    record Phrase(String text, boolean negated) implements SearchPart {}

    /** Said by the person with this handle. Several: by any of them. */
    record From(String handle, boolean negated) implements SearchPart {}

    /** Said in the chat of this id or title. Several: in any of them. */
    record In(String chat, boolean negated) implements SearchPart {}

    /** A mark that the index keeps with messages. */
    record Marked(String mark, boolean negated) implements SearchPart {}

    /** Calls the person who searches, or everybody. */
    record MentionsMe(boolean negated) implements SearchPart {}

    /** Said before a day. */
    record Before(LocalDate day) implements SearchPart {}

    /** Said after a day. */
    record After(LocalDate day) implements SearchPart {}

    /** Said on a day. */
    record On(LocalDate day) implements SearchPart {}
}
