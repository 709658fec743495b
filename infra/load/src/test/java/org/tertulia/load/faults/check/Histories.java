package org.tertulia.load.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.load.client.MessageView;

/** A history of one chat in which all is well, and ways to spoil it. */
final class Histories {
    static final UUID CHAT = new UUID(1, 1);
    static final UUID ANA = new UUID(2, 1);
    static final UUID BETO = new UUID(2, 2);
    static final UUID CARMEN = new UUID(2, 3);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    List<LogEntry> log = new ArrayList<>();
    final Map<UUID, List<LogEntry>> had = new HashMap<>();
    final Map<UUID, List<Receipt>> receipts = new HashMap<>();
    final Map<UUID, List<String>> complaints = new HashMap<>();
    final List<Claim> claims = new ArrayList<>();
    final List<ReadUpTo> marks = new ArrayList<>();
    final List<JoinAsked> joins = new ArrayList<>();
    final List<Counted> counted = new ArrayList<>();
    final List<Counted> present = new ArrayList<>();
    final List<Fetched> fetched = new ArrayList<>();

    List<LogEntry> published = new ArrayList<>();

    private Histories() {}

    /**
     * Ana and Beto talk; Carmen comes at 4, leaves at 6, and is gone when 7 is said. Beto has read up to
     * 3.
     */
    static Histories good() {
        var history = new Histories();
        history.log.addAll(
                List.of(
                        opened(1, ANA, BETO),
                        posted(2, ANA),
                        posted(3, BETO),
                        joined(4, CARMEN),
                        posted(5, ANA),
                        left(6, CARMEN),
                        posted(7, ANA)));
        history.published.addAll(history.log);
        history.had.put(ANA, new ArrayList<>(history.log));
        history.had.put(BETO, new ArrayList<>(history.log));
        history.had.put(CARMEN, new ArrayList<>(history.log.subList(0, 6)));
        history.had.forEach((who, entries) -> entries.forEach(it -> history.receive(who, it, 100)));
        history.joins.add(new JoinAsked(CARMEN, CHAT, 10));
        for (var seq : List.of(2L, 5L, 7L)) {
            history.claims.add(acked(seq, ANA));
        }
        history.claims.add(new Moved(CHAT, CARMEN, true, 1));
        history.claims.add(new Moved(CHAT, CARMEN, false, 2));
        history.marks.add(new ReadUpTo(BETO, CHAT, 3));
        history.counted.add(new Counted(BETO, CHAT, 5, 3, 1));
        history.present.add(new Counted(BETO, CHAT, 7, 3, 2));
        history.fetched.add(
                new Fetched(
                        BETO,
                        CHAT,
                        List.of(view(2, ANA), view(3, BETO), view(5, ANA), view(7, ANA)),
                        Set.of(ANA, BETO)));
        return history;
    }

    void receive(UUID who, LogEntry entry, long at) {
        receipts.computeIfAbsent(who, it -> new ArrayList<>())
                .add(new Receipt(CHAT, entry.seq(), at));
    }

    /** The log as everybody has it from the server as well. */
    void logAndReaders(List<LogEntry> entries) {
        log = new ArrayList<>(entries);
        published = new ArrayList<>(entries);
        had.replaceAll((who, old) -> new ArrayList<>(entries));
        receipts.clear();
    }

    Map<String, List<String>> check() {
        return Checker.check(evidence());
    }

    Evidence evidence() {
        var readers =
                had.keySet().stream()
                        .map(
                                who ->
                                        new Reader(
                                                name(who),
                                                who,
                                                Map.of(CHAT, had.getOrDefault(who, List.of())),
                                                receipts.getOrDefault(who, List.of()),
                                                complaints.getOrDefault(who, List.of())))
                        .toList();
        return new Evidence(
                Map.of(CHAT, new ChatLog(CHAT, log)),
                readers,
                claims,
                marks,
                joins,
                counted,
                present,
                fetched,
                published);
    }

    private static String name(UUID who) {
        return who.equals(ANA) ? "ana" : who.equals(BETO) ? "beto" : "carmen";
    }

    static Posted acked(long seq, UUID sender) {
        return new Posted(CHAT, sender, new UUID(4, seq), "message " + seq, seq);
    }

    static ChatOpened opened(long seq, UUID... members) {
        return new ChatOpened(
                CHAT, seq, ChatKind.GROUP, "Tertulia", members[0], List.of(members), true, NOON);
    }

    /** The message whose ids and text are those of its place. */
    static MessagePosted posted(long seq, UUID sender) {
        return posted(seq, sender, seq);
    }

    /** A message of one place that stands in another. */
    static MessagePosted posted(long seq, UUID sender, long original) {
        return new MessagePosted(
                CHAT,
                seq,
                new UUID(3, original),
                sender,
                new UUID(4, original),
                "message " + original,
                NOON);
    }

    static MemberJoined joined(long seq, UUID who) {
        return new MemberJoined(CHAT, seq, who, ChatRole.MEMBER, who, NOON);
    }

    static MemberLeft left(long seq, UUID who) {
        return new MemberLeft(CHAT, seq, who, who, NOON);
    }

    static EmojiDefined defined(long seq, String name) {
        return new EmojiDefined(CHAT, seq, name, new UUID(5, seq), ANA, NOON);
    }

    static EmojiDropped dropped(long seq, String name) {
        return new EmojiDropped(CHAT, seq, name, ANA, NOON);
    }

    static MessageView view(long seq, UUID sender) {
        return new MessageView(
                new UUID(3, seq), CHAT, seq, sender, new UUID(4, seq), "message " + seq, NOON);
    }
}
