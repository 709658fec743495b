package org.tertulia.load.faults.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tertulia.load.client.MessageView;

/**
 * What a client has made of live entries and resumes is what one gets who comes anew: the same history,
 * the same members.
 */
final class StateIsTheLogReduced implements Invariant {
    @Override
    public String text() {
        return "state reduced from the log equals state fetched afresh";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.fetched().stream()
                .flatMap(
                        fetched ->
                                evidence.readers().stream()
                                        .filter(it -> it.userId().equals(fetched.userId()))
                                        .flatMap(it -> compare(it, fetched)));
    }

    private static Stream<String> compare(Reader reader, Fetched fetched) {
        var chatId = fetched.chatId();
        var state = ChatState.after(reader.logs().getOrDefault(chatId, List.of()));
        var where = "%s, chat %s: ".formatted(reader.name(), chatId);
        var members =
                state.members().equals(fetched.members())
                        ? Stream.<String>empty()
                        : Stream.of(
                                where
                                        + "members are %s, fetched %s"
                                                .formatted(state.members(), fetched.members()));
        return Stream.concat(
                members, difference(state.messages(), fetched.messages()).map(where::concat));
    }

    private static Stream<String> difference(List<MessageView> has, List<MessageView> fetched) {
        return IntStream.range(0, Math.max(has.size(), fetched.size()))
                .filter(it -> !Objects.equals(at(has, it), at(fetched, it)))
                .limit(1)
                .mapToObj(
                        it ->
                                "message %d is %s, fetched %s"
                                        .formatted(it + 1, at(has, it), at(fetched, it)));
    }

    private static String at(List<MessageView> messages, int index) {
        return index < messages.size() ? messages.get(index).toString() : "missing";
    }
}
