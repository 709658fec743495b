package org.tertulia.load.faults.town;

import java.util.Optional;

/** Says something over the WebSocket, and does not wait for the ack. */
final class PostBySocket implements Operation {
    private record Post(Planner.Said said) implements Step {
        @Override
        public String text() {
            return said.text();
        }

        @Override
        public void perform(Actor actor) throws InterruptedException {
            actor.say(actor.chat(said.room()), said.id(), said.text());
        }
    }

    @Override
    public String name() {
        return "post by WebSocket";
    }

    @Override
    public int weight() {
        return 10;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        return Optional.of(new Post(planner.say("por el socket")));
    }
}
