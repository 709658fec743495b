package org.tertulia.load.faults.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is known of one person while their deeds are planned: random numbers of their own, and where
 * they are by what was planned so far. Rooms are numbered, since their chats come to be later.
 */
public final class Planner {
    /** The public chat, that people leave and join. */
    public static final int PLAZA = 1;

    private final SplittableRandom random;
    private final boolean wanderer;
    private final TreeSet<Integer> rooms;
    private final List<Said> said = new ArrayList<>();

    /**
     * A message.
     *
     * @param room where it is said
     * @param id the id that its repeats have as well
     */
    record Said(int room, UUID id, String text) {}

    /**
     * Somebody who is in these rooms.
     *
     * @param wanderer whether they come and go where one can
     */
    public Planner(SplittableRandom random, List<Integer> rooms, boolean wanderer) {
        this.random = random;
        this.rooms = new TreeSet<>(rooms);
        this.wanderer = wanderer;
    }

    SplittableRandom random() {
        return random;
    }

    /** A room that the person is in. */
    int room() {
        return List.copyOf(rooms).get(random.nextInt(rooms.size()));
    }

    /** A new message for one of the person's rooms. */
    Said say(String beginning) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var message = new Said(room(), id, beginning + " " + id);
        said.add(message);
        return message;
    }

    /** A message said earlier in a room that the person is in; empty when there is none. */
    Optional<Said> earlier() {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(said.get(random.nextInt(said.size()))).filter(it -> isIn(it.room()));
    }

    boolean isWanderer() {
        return wanderer;
    }

    boolean isIn(int room) {
        return rooms.contains(room);
    }

    void enter(int room) {
        rooms.add(room);
    }

    void leave(int room) {
        rooms.remove(room);
    }
}
