package org.tertulia.load.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MessagePosted;

/** No message is in a log twice, acknowledged or not; nobody comes or goes, and no emoji is dropped, twice in a row. */
final class NothingIsTwice implements Invariant {
    @Override
    public String text() {
        return "nothing is in a log twice";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.logs().values().stream()
                .flatMap(
                        log ->
                                Stream.of(
                                                repeatedPosts(log),
                                                repeatedMoves(log),
                                                repeatedDrops(log))
                                        .flatMap(it -> it));
    }

    private static Stream<String> repeatedPosts(ChatLog log) {
        return StreamSupport.stream(log.allPosts().spliterator(), false)
                .filter(same -> same.size() > 1)
                .map(same -> describe(log, same));
    }

    private static String describe(ChatLog log, List<MessagePosted> same) {
        return "chat %s: message %s is there %d times: %s"
                .formatted(
                        log.chatId(),
                        same.getFirst().clientMessageId(),
                        same.size(),
                        same.stream().map(MessagePosted::seq).toList());
    }

    private static Stream<String> repeatedMoves(ChatLog log) {
        var members = new HashSet<UUID>();
        return log.entries().stream()
                .filter(entry -> !fits(entry, members))
                .map(
                        it ->
                                "chat %s: entry %d, of somebody who was so already: %s"
                                        .formatted(log.chatId(), it.seq(), it));
    }

    private static Stream<String> repeatedDrops(ChatLog log) {
        var names = new HashSet<String>();
        return log.entries().stream()
                .filter(entry -> !hasEmoji(entry, names))
                .map(
                        it ->
                                "chat %s: entry %d, of an emoji that is not there: %s"
                                        .formatted(log.chatId(), it.seq(), it));
    }

    private static boolean hasEmoji(LogEntry entry, HashSet<String> names) {
        return switch (entry) {
            case EmojiDefined it -> {
                // Again is fine: it has another picture then.
                names.add(it.name());
                yield true;
            }
            case EmojiDropped it -> names.remove(it.name());
            default -> true;
        };
    }

    private static boolean fits(LogEntry entry, HashSet<UUID> members) {
        return switch (entry) {
            case ChatOpened it -> members.addAll(it.members());
            case MemberJoined it -> members.add(it.userId());
            case MemberLeft it -> members.remove(it.userId());
            default -> true;
        };
    }
}
