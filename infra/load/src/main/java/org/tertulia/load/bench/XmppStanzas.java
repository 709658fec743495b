package org.tertulia.load.bench;

/** What a guest of a room says in XMPP over WebSocket (RFC 7395, XEP-0045), a frame each. */
final class XmppStanzas {
    static final String HOST = "localhost";
    static final String ROOMS = "conference." + HOST;

    private static final String ROOM = "bench@" + ROOMS;

    private XmppStanzas() {}

    /** Begins the stream; said again when signed in. */
    static String open() {
        return "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='%s' version='1.0'/>"
                .formatted(HOST);
    }

    static String signInAsAnybody() {
        return "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>";
    }

    static String bind() {
        return "<iq xmlns='jabber:client' type='set' id='bind'>"
                + "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>";
    }

    static String enter(String nick) {
        return ("<presence xmlns='jabber:client' to='%s/%s'>"
                        + "<x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x>"
                        + "</presence>")
                .formatted(ROOM, nick);
    }

    /**
     * Says something to all in the room.
     *
     * @param text without characters that XML would have escaped
     */
    static String message(String text) {
        return "<message xmlns='jabber:client' to='%s' type='groupchat'><body>%s</body></message>"
                .formatted(ROOM, text);
    }
}
