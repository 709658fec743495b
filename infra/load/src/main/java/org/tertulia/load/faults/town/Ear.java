package org.tertulia.load.faults.town;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.LiveOptions;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.faults.check.Counted;
import org.tertulia.load.faults.check.Reader;
import org.tertulia.load.faults.check.Receipt;

/** A live client that has every chat whole, and remembers what came to it and when. */
public final class Ear implements AutoCloseable {
    private final String name;
    private final Journal journal;
    private final LiveClient live;
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Ear(String name, Person person, URI realtime, Journal journal) {
        this.name = name;
        this.journal = journal;
        this.live =
                LiveClient.start(
                        person,
                        LiveOptions.at(realtime)
                                .fromTheBeginning()
                                .seenBy(frame -> hear(person.id(), frame)));
    }

    /** Begins to connect. */
    static Ear open(String name, Person person, URI realtime, Journal journal) {
        return new Ear(name, person, realtime, journal);
    }

    public LiveClient live() {
        return live;
    }

    UUID userId() {
        return live.person().id();
    }

    /** Something is wrong that the client itself does not see as such. */
    void complain(String what) {
        synchronized (complaints) {
            complaints.add(what);
        }
    }

    private void hear(UUID userId, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Entry(var entry) -> received(entry);
            case ServerFrame.Hello hello -> {
                journal.tally().connected();
                hello.chats().forEach(it -> journal.counted(Counted.of(userId, it)));
            }
            case ServerFrame.ChatAdded(var chat) -> journal.counted(Counted.of(userId, chat));
            case ServerFrame.Resumed _ -> journal.tally().resumed();
            case ServerFrame.Snapshot _ -> journal.tally().snapshot();
            default -> {}
        }
    }

    private void received(LogEntry entry) {
        synchronized (receipts) {
            receipts.add(new Receipt(entry.chatId(), entry.seq(), System.nanoTime()));
        }
    }

    /** What it has of these chats now. */
    Reader reader(Collection<UUID> chats) {
        var logs = new HashMap<UUID, List<LogEntry>>();
        chats.forEach(
                chat -> live.state().replica(chat).ifPresent(it -> logs.put(chat, it.entries())));
        synchronized (receipts) {
            return new Reader(
                    name, userId(), Map.copyOf(logs), List.copyOf(receipts), allComplaints());
        }
    }

    private List<String> allComplaints() {
        var all = new ArrayList<>(live.state().violations());
        live.state().refusals().stream()
                .filter(it -> !it.problem().isTransient())
                .forEach(it -> all.add("refused: " + it));
        if (live.state().isStopped()) {
            all.add("its session ended; closes: " + live.state().closes());
        }
        synchronized (complaints) {
            all.addAll(complaints);
        }
        return all;
    }

    @Override
    public void close() {
        live.close();
    }
}
