package org.tertulia.load.faults.town;

import java.util.Optional;

/** Posts an earlier message once more, as a client does that was away before it heard of the ack. */
final class PostAgain implements Operation {
    private record Post(Planner.Said said) implements Step {
        @Override
        public String text() {
            return "again " + said.id();
        }

        @Override
        public void perform(Actor actor) {
            actor.post(actor.chat(said.room()), said.id(), said.text());
        }
    }

    @Override
    public String name() {
        return "post again";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        return planner.earlier().map(Post::new);
    }
}
