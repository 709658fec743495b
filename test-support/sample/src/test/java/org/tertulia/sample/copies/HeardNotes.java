package org.tertulia.sample.copies;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.tertulia.starter.kafka.RawEvent;

/** What this instance heard, in order. */
@Component
public class HeardNotes {

    private final List<RawEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    void add(RawEvent event) {
        events.add(event);
    }

    void positioned() {
        listening = true;
    }

    /** Whether the instance hears what is published from now on. */
    public boolean isListening() {
        return listening;
    }

    /** The events so far. */
    public List<RawEvent> events() {
        return List.copyOf(events);
    }
}
