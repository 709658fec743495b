package org.tertulia.message.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class FetchQueueTest {

    private final FetchQueue queue = new FetchQueue(3, 2, 2);
    private final Map<String, Sinks.One<String>> begun = new LinkedHashMap<>();
    private final List<String> ended = new ArrayList<>();

    @Test
    void aHostShouldNotTakeAllTurns() {
        fetch("a", "a1");
        fetch("a", "a2");
        fetch("a", "a3");
        fetch("b", "b1");
        assertThat(begun.keySet()).containsExactly("a1", "a2", "b1");
        assertThat(queue.waiting()).isEqualTo(1);

        end("b1");
        assertThat(begun).doesNotContainKey("a3");
        end("a1");
        assertThat(begun).containsKey("a3");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void theFirstThatCanShouldBeginWhenOneEnds() {
        fetch("a", "a1");
        fetch("a", "a2");
        fetch("b", "b1");
        fetch("a", "a3");
        fetch("c", "c1");
        end("b1");
        assertThat(begun.keySet()).containsExactly("a1", "a2", "b1", "c1");
        assertThat(ended).containsExactly("b1");
    }

    @Test
    void whatFindsNoRoomShouldBeRefused() {
        for (var name : List.of("1", "2", "3", "4", "5")) {
            fetch(name, name);
        }
        assertThatThrownBy(() -> queue.run("x", Mono.just("x")).block())
                .isInstanceOf(FetchQueue.Full.class);
        end("1");
        fetch("6", "6");
        assertThat(queue.waiting()).isEqualTo(2);
    }

    @Test
    void aFailureShouldGiveTheTurnBack() {
        for (int i = 0; i < 10; i++) {
            var failing = queue.run("a", Mono.error(new IllegalStateException("no")));
            assertThatThrownBy(failing::block).isInstanceOf(IllegalStateException.class);
        }
        assertThat(queue.run("a", Mono.just("x")).block()).isEqualTo("x");
    }

    private void fetch(String host, String name) {
        queue.run(host, Mono.defer(() -> begun.computeIfAbsent(name, n -> Sinks.one()).asMono()))
                .subscribe(ended::add);
    }

    private void end(String name) {
        Objects.requireNonNull(begun.get(name)).tryEmitValue(name).orThrow();
    }
}
