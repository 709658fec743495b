package org.tertulia.load.bench;

import java.util.List;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Person;
import org.tertulia.load.translation.PretendedEngine;

/** A group in which Spanish is spoken, to listeners who may want to read English. */
final class TranslatedRoom implements Room {
    private static final String SENTENCE = " " + PretendedEngine.SPANISH;

    private final SuiteRoom room;
    private final int sockets;

    private TranslatedRoom(SuiteRoom room, int sockets) {
        this.room = room;
        this.sockets = sockets;
    }

    static TranslatedRoom open(Person speaker, List<Person> people, int sockets)
            throws InterruptedException {
        return new TranslatedRoom(SuiteRoom.open(speaker, people, sockets), sockets);
    }

    /** How many sockets listen. */
    int sockets() {
        return sockets;
    }

    /** Whether the listeners want it in English from now on. */
    void want(boolean english) {
        room.tellFromListeners(
                english ? ClientFrame.Translations.of("en") : ClientFrame.Translations.none());
    }

    @Override
    public String name() {
        return room.name();
    }

    @Override
    public void say(String text) {
        room.say(text + SENTENCE);
    }

    @Override
    public void enter(Round round) {
        room.enter(round);
    }

    @Override
    public void keepAlive() {
        room.keepAlive();
    }

    @Override
    public String trouble() {
        return room.trouble();
    }

    @Override
    public void close() {
        room.close();
    }
}
