package org.tertulia.load.faults.town;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tertulia.load.client.People;
import org.tertulia.load.client.Person;

/**
 * People and their chats: one group with everybody, one public chat that some leave and join, and a
 * private chat for each two. Beside them listen second devices, connected to each instance of
 * message-service itself, and a stranger who is in no chat.
 */
public final class Town implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Every third one comes and goes. */
    private static final int WANDERERS = 3;

    private final Journal journal = new Journal();
    private final List<Actor> actors = new ArrayList<>();
    private final List<Ear> ears = new ArrayList<>();

    /** Somebody who is always in the chat, by chat. */
    private final Map<UUID, Actor> keepers = new LinkedHashMap<>();

    private Town() {}

    /**
     * Brings the people together, and waits until all are connected and know their chats.
     *
     * @param size how many people; an even number
     */
    public static Town found(Address address, int size) {
        var town = new Town();
        try {
            town.settle(address, size);
            return town;
        } catch (RuntimeException | AssertionError e) {
            town.close();
            throw e;
        }
    }

    /** The rooms of somebody by number: 0 the group, {@link Planner#PLAZA} the public chat, 2 the private one. */
    public static List<Integer> rooms() {
        return List.of(0, Planner.PLAZA, 2);
    }

    /** Whether somebody leaves and joins. */
    public static boolean isWanderer(int person) {
        return person % WANDERERS == WANDERERS - 1;
    }

    private void settle(Address address, int size) {
        var people =
                IntStream.range(0, size)
                        .mapToObj(it -> join(address, it, "vecina" + (it + 1)))
                        .toList();
        var group = people.getFirst().chats().group("Todo el pueblo", rest(people)).id();
        var plaza = people.getFirst().chats().publicChat("Plaza mayor").id();
        for (var pair = 0; pair < size; pair += 2) {
            var chat = people.get(pair).chats().privateWith(people.get(pair + 1)).id();
            for (var it = pair; it < pair + 2; it++) {
                moveIn(address, people.get(it), it, List.of(group, plaza, chat));
            }
            keepers.put(chat, actors.get(pair));
        }
        keepers.put(group, actors.getFirst());
        keepers.put(plaza, actors.getFirst());
        actors.stream().skip(1).forEach(it -> it.join(plaza));
        listen(address, people);
        ears.forEach(it -> it.live().awaitHello(LIMIT));
        actors.forEach(it -> rooms().forEach(room -> awaitChat(it, it.chat(room))));
    }

    private static Person join(Address address, int number, String name) {
        return new People(address.door(number), address.registration()).join(name);
    }

    private static List<Person> rest(List<Person> people) {
        return people.subList(1, people.size());
    }

    private void moveIn(Address address, Person person, int number, List<UUID> chats) {
        var ear = open(person.handle(), person, address.door(number).realtime());
        actors.add(new Actor(person, ear, chats, journal));
    }

    private void listen(Address address, List<Person> people) {
        for (var i = 0; i < address.instances().size(); i++) {
            var name = "%s at instance %d".formatted(people.get(i).handle(), i + 1);
            var person = people.get(i).onAnotherDevice("instance " + (i + 1));
            open(name, person, address.instances().get(i).realtime());
        }
        var stranger = join(address, 0, "forastera");
        open("the stranger", stranger, address.door(0).realtime());
    }

    private Ear open(String name, Person person, URI realtime) {
        var ear = Ear.open(name, person, realtime, journal);
        ears.add(ear);
        return ear;
    }

    private static void awaitChat(Actor actor, UUID chat) {
        actor.ear().live().state().awaitPosition(chat, 1, LIMIT);
    }

    public Journal journal() {
        return journal;
    }

    public List<Actor> actors() {
        return actors;
    }

    /** All clients. */
    public List<Ear> ears() {
        return ears;
    }

    /** Each chat, with somebody who is always in it. */
    public Map<UUID, Actor> keepers() {
        return keepers;
    }

    /** The chat that everybody is in. */
    public UUID group() {
        return actors.getFirst().chat(0);
    }

    /** WebSocket frames that posted a message that had been posted before. */
    public long repeatedFrames() {
        var frames = ears.stream().mapToLong(it -> it.live().framesSent()).sum();
        return frames - journal.tally().said();
    }

    @Override
    public void close() {
        ears.forEach(Ear::close);
    }
}
