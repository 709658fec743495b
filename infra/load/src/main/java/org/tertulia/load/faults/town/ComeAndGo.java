package org.tertulia.load.faults.town;

import java.util.Optional;

/** Leaves the public chat, or joins it again. */
final class ComeAndGo implements Operation {
    private record Leave(int room) implements Step {
        @Override
        public String text() {
            return "leave room " + room;
        }

        @Override
        public void perform(Actor actor) throws InterruptedException {
            actor.leave(actor.chat(room));
        }
    }

    private record Join(int room) implements Step {
        @Override
        public String text() {
            return "join room " + room;
        }

        @Override
        public void perform(Actor actor) {
            actor.join(actor.chat(room));
        }
    }

    @Override
    public String name() {
        return "leave or join";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        if (!planner.isWanderer()) {
            return Optional.empty();
        }
        if (planner.isIn(Planner.PLAZA)) {
            planner.leave(Planner.PLAZA);
            return Optional.of(new Leave(Planner.PLAZA));
        }
        planner.enter(Planner.PLAZA);
        return Optional.of(new Join(Planner.PLAZA));
    }
}
