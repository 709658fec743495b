package org.tertulia.load.faults.town;

import java.util.Optional;

/** Says something over REST, again and again with the same id until it is answered. */
final class PostByRest implements Operation {
    private record Post(Planner.Said said) implements Step {
        @Override
        public String text() {
            return said.text();
        }

        @Override
        public void perform(Actor actor) {
            actor.post(actor.chat(said.room()), said.id(), said.text());
        }
    }

    @Override
    public String name() {
        return "post by REST";
    }

    @Override
    public int weight() {
        return 5;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        return Optional.of(new Post(planner.say("por REST")));
    }
}
