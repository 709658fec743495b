package org.tertulia.load.bench;

import org.tertulia.load.translation.ChatSentence;

/** Somebody, or something, that translates; may be asked by several threads. */
interface Interpreter {
    /**
     * What it makes of a sentence; the sentence itself when it does not translate it.
     *
     * @param number counts what is asked, so that several can share the work
     */
    String translate(int number, ChatSentence sentence);
}
