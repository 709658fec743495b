package org.tertulia.load.bench;

import org.jspecify.annotations.Nullable;

/**
 * The way of one guest into the room, frame by frame: sign in as anybody, bind, enter. It ends with the
 * room's subject, the last that a room tells somebody who has entered.
 */
final class XmppEntry {
    private enum Step {
        SIGN_IN("<mechanism"),
        BEGIN_AGAIN("<success"),
        BIND("urn:ietf:params:xml:ns:xmpp-bind"),
        ENTER("<jid>"),
        LISTEN("<subject");

        /** The server's frame that this step answers. */
        private final String cue;

        Step(String cue) {
            this.cue = cue;
        }
    }

    private final String nick;
    private Step next = Step.SIGN_IN;
    private boolean inside;

    XmppEntry(String nick) {
        this.nick = nick;
    }

    /** The first frame of all. */
    String begin() {
        return XmppStanzas.open();
    }

    /** Whether everything that comes from now on is what was said in the room. */
    boolean isInside() {
        return inside;
    }

    /**
     * What is to be said now that a frame came; null when nothing is.
     *
     * @throws BenchFailure when the server refuses
     */
    @Nullable String answer(String frame) {
        if (frame.startsWith("<failure")
                || frame.startsWith("<close")
                || frame.contains("type='error'")
                || frame.contains("type=\"error\"")) {
            throw new BenchFailure("A guest was refused: " + frame);
        }
        return frame.contains(next.cue) ? goOn() : null;
    }

    private @Nullable String goOn() {
        var step = next;
        switch (step) {
            case SIGN_IN -> {
                next = Step.BEGIN_AGAIN;
                return XmppStanzas.signInAsAnybody();
            }
            case BEGIN_AGAIN -> {
                next = Step.BIND;
                return XmppStanzas.open();
            }
            case BIND -> {
                next = Step.ENTER;
                return XmppStanzas.bind();
            }
            case ENTER -> {
                next = Step.LISTEN;
                return XmppStanzas.enter(nick);
            }
            case LISTEN -> inside = true;
        }
        return null;
    }
}
