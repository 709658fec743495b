package org.tertulia.load.faults.town;

import java.util.Optional;

/** Marks a chat as read up to where this person's client has it. */
final class ReadOn implements Operation {
    private record Read(int room) implements Step {
        @Override
        public String text() {
            return "read room " + room;
        }

        @Override
        public void perform(Actor actor) {
            actor.readOn(actor.chat(room));
        }
    }

    @Override
    public String name() {
        return "move read marker";
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        return Optional.of(new Read(planner.room()));
    }
}
