package org.tertulia.load.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.message.LogEntry;
import tools.jackson.databind.JsonNode;

/**
 * The calls about chats that one person makes. Each fails with {@link UnexpectedAnswer} when the
 * server refuses, but for those that give an {@link Answer}.
 */
public final class Chats {
    private static final String CHATS = "/api/v1/chats/";
    private static final int LOG_PAGE = 500;
    private static final int HISTORY_PAGE = 100;

    private final Person person;

    Chats(Person person) {
        this.person = person;
    }

    /** The private chat with somebody: the one there is, or a new one. */
    public ChatView privateWith(Person other) {
        return person.post(CHATS + "private", Map.of("userId", other.id())).as(ChatView.class);
    }

    /** A new group with these people and me. */
    public ChatView group(String title, Collection<Person> members) {
        var ids = members.stream().map(Person::id).toList();
        return person.post(CHATS + "group", Map.of("title", title, "memberIds", ids))
                .as(ChatView.class);
    }

    /** A new public chat with me in it. */
    public ChatView publicChat(String title) {
        return person.post(CHATS + "public", Map.of("title", title)).as(ChatView.class);
    }

    /** Joins a public chat. */
    public void join(UUID chatId) {
        tryJoin(chatId).success();
    }

    /** Joins a public chat, and gives the answer, whatever it is. */
    public Answer tryJoin(UUID chatId) {
        return person.put(CHATS + chatId + "/members/" + person.id(), Map.of());
    }

    /** Leaves a chat, and gives the answer, whatever it is. */
    public Answer tryLeave(UUID chatId) {
        return person.delete(CHATS + chatId + "/members/" + person.id());
    }

    /** Removes somebody from a chat, and gives the answer, whatever it is. */
    public Answer tryRemove(UUID chatId, Person other) {
        return person.delete(CHATS + chatId + "/members/" + other.id());
    }

    /** The ids of all members as chat-service has them, read page by page. */
    public Set<UUID> memberIds(UUID chatId) {
        var all = new HashSet<UUID>();
        var cursor = "";
        do {
            var page =
                    person.get(CHATS + chatId + "/members?limit=" + HISTORY_PAGE + cursor).json();
            page.path("items")
                    .forEach(it -> all.add(UUID.fromString(it.path("userId").asString())));
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    public ChatView get(UUID chatId) {
        return person.get(CHATS + chatId).as(ChatView.class);
    }

    /** Posts a message by REST and gives the answer, whatever it is. */
    public Answer tryPost(UUID chatId, UUID clientMessageId, String text) {
        return person.post(
                CHATS + chatId + "/messages",
                Map.of("clientMessageId", clientMessageId, "text", text));
    }

    /** Posts a message that has these files, and gives the answer, whatever it is. */
    public Answer tryPost(UUID chatId, UUID clientMessageId, String text, List<UUID> files) {
        var attachments = files.stream().map(it -> Map.of("mediaId", it)).toList();
        return person.post(
                CHATS + chatId + "/messages",
                Map.of(
                        "clientMessageId",
                        clientMessageId,
                        "text",
                        text,
                        "attachments",
                        attachments));
    }

    public MessageView post(UUID chatId, String text) {
        return tryPost(chatId, UUID.randomUUID(), text).as(MessageView.class);
    }

    /** Says a message of mine otherwise. */
    public void edit(MessageView message, int version, String text) {
        var headers =
                Map.of(
                        "Authorization",
                        "Bearer " + person.accessToken(),
                        "If-Match",
                        "\"" + version + "\"");
        var path = CHATS + message.chatId() + "/messages/" + message.seq();
        person.api().call("PUT", path, headers, Map.of("text", text)).success();
    }

    /** One message, as the answer, whatever it is. */
    public Answer tryMessage(UUID chatId, long seq) {
        return person.get(CHATS + chatId + "/messages/" + seq);
    }

    /** A page of history; the newest one without a cursor. */
    public MessagePage history(UUID chatId, @Nullable String before, int limit) {
        var cursor = before == null ? "" : "&before=" + before;
        return person.get(CHATS + chatId + "/messages?limit=" + limit + cursor)
                .as(MessagePage.class);
    }

    /** All messages of a chat, read page by page from the newest back, ascending by seq. */
    public List<MessageView> wholeHistory(UUID chatId) {
        var all = new ArrayList<MessageView>();
        String before = null;
        do {
            var page = history(chatId, before, HISTORY_PAGE);
            all.addAll(0, page.items());
            before = page.before();
        } while (before != null);
        return all;
    }

    /** A piece of the log after a seq. */
    public LogPage logPage(UUID chatId, long after) {
        return person.get(CHATS + chatId + "/log?after=" + after + "&limit=" + LOG_PAGE)
                .as(LogPage.class);
    }

    /** The log after a seq up to where it ended when asked. */
    public List<LogEntry> log(UUID chatId, long after) {
        var all = new ArrayList<LogEntry>();
        var page = logPage(chatId, after);
        while (!page.items().isEmpty()) {
            all.addAll(page.items());
            var last = all.getLast().seq();
            if (last >= page.lastSeq()) {
                break;
            }
            page = logPage(chatId, last);
        }
        return all;
    }

    /** Marks a chat as read up to a seq; gives what is left unread. */
    public long markRead(UUID chatId, long seq) {
        return tryMarkRead(chatId, seq).json().path("unread").asLong();
    }

    /** Marks a chat as read up to a seq, and gives the answer, whatever it is. */
    public Answer tryMarkRead(UUID chatId, long seq) {
        return person.put(CHATS + chatId + "/read-marker", Map.of("seq", seq));
    }

    /** What message-service says of a chat of mine, out of the first page of my conversations. */
    public @Nullable ChatSummary conversation(UUID chatId) {
        return conversations().stream()
                .filter(it -> it.chatId().equals(chatId))
                .findFirst()
                .orElse(null);
    }

    /** The first page of my conversations. */
    public List<ChatSummary> conversations() {
        var items = new ArrayList<ChatSummary>();
        for (JsonNode item : person.get("/api/v1/conversations").json().path("items")) {
            items.add(Json.read(item, ChatSummary.class));
        }
        return items;
    }
}
