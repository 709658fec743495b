package org.tertulia.load.faults.town;

import java.util.Optional;
import java.util.UUID;
import org.tertulia.load.client.MessageView;

/** Reads an earlier message of one's own: what was acknowledged is there for everybody at once. */
final class ReadBack implements Operation {
    private record Read(Planner.Said said) implements Step {
        @Override
        public String text() {
            return "read back " + said.id();
        }

        @Override
        public void perform(Actor actor) throws InterruptedException {
            actor.settle();
            actor.seqOf(said.id()).ifPresent(seq -> read(actor, actor.chat(said.room()), seq));
        }

        private void read(Actor actor, UUID chatId, long seq) {
            actor.insist("reading back", () -> actor.person().chats().tryMessage(chatId, seq))
                    .map(it -> it.as(MessageView.class))
                    .filter(it -> !isSaid(it))
                    .ifPresent(it -> actor.complain("instead of %s: %s".formatted(said, it)));
        }

        private boolean isSaid(MessageView view) {
            return view.clientMessageId().equals(said.id()) && view.text().equals(said.text());
        }
    }

    @Override
    public String name() {
        return "read back";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Optional<Step> plan(Planner planner) {
        return planner.earlier().map(Read::new);
    }
}
