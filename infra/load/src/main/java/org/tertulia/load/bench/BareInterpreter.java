package org.tertulia.load.bench;

import org.tertulia.load.translation.ApertiumPipe;
import org.tertulia.load.translation.ChatSentence;

/** Apertium by itself: a warm pipe for each direction, which takes one sentence at a time. */
final class BareInterpreter implements Interpreter, AutoCloseable {
    private final ApertiumPipe spanish = ApertiumPipe.start("es");
    private final ApertiumPipe english = ApertiumPipe.start("en");

    private BareInterpreter() {}

    /**
     * Starts both.
     *
     * @throws BenchFailure when this machine does not have them
     */
    static BareInterpreter start() {
        if (!ApertiumPipe.isInstalled()) {
            throw new BenchFailure("Apertium with the pair eng-spa is not installed");
        }
        return new BareInterpreter();
    }

    @Override
    public String translate(int number, ChatSentence sentence) {
        return (sentence.source().equals("es") ? spanish : english).translate(sentence.text());
    }

    @Override
    public void close() {
        spanish.close();
        english.close();
    }
}
