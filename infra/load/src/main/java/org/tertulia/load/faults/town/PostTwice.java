package org.tertulia.load.faults.town;

import java.util.Optional;

/** Says the same message both ways at once, as a client does that doubts the first one. */
final class PostTwice implements Operation {
    private record Post(Planner.Said said) implements Step {
        @Override
        public String text() {
            return said.text();
        }

        @Override
        public void perform(Actor actor) throws InterruptedException {
            actor.say(actor.chat(said.room()), said.id(), said.text());
            actor.post(actor.chat(said.room()), said.id(), said.text());
        }
    }

    @Override
    public String name() {
        return "post twice";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        return Optional.of(new Post(planner.say("por los dos lados")));
    }
}
