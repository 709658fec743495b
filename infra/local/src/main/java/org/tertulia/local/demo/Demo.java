package org.tertulia.local.demo;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tertulia.local.demo.DemoScript.Conversation;
import org.tertulia.local.demo.DemoScript.Person;
import org.tertulia.local.part.PartFailure;
import tools.jackson.databind.JsonNode;

/** Holds the conversations of the script in a running suite, once. */
public final class Demo implements AutoCloseable {
    /** Somebody who is logged in. */
    private record Guest(Person person, String id, String token) {}

    private final PublicApi api;
    private final String password;
    private final DemoScript script = DemoScript.load();
    private final Map<String, Guest> guests = new LinkedHashMap<>();

    /**
     * @param address the gateway
     * @param password what all of them log in with
     */
    public Demo(String address, String password) {
        this.api = new PublicApi(address);
        this.password = password;
    }

    /**
     * Registers the people and posts what is not there yet; prints who can log in.
     *
     * @throws PartFailure when a request is refused for good
     */
    public void run(PrintWriter out) {
        script.people().forEach(it -> guests.put(it.who(), enter(it)));
        out.printf("%d people are registered.%n", guests.size());
        for (var conversation : script.conversations()) {
            var chat = open(conversation);
            talk(conversation, chat);
            out.printf("%-8s %s%n", conversation.kind(), titleOf(conversation));
            out.flush();
        }
        out.printf("%nLog in as any of these with the password %s%n", password);
        guests.values()
                .forEach(
                        it -> out.printf("  %-16s %s%n", it.person().handle(), it.person().name()));
    }

    private Guest enter(Person person) {
        var registered =
                api.post(
                        "/auth/register",
                        null,
                        Map.of(
                                "handle",
                                person.handle(),
                                "displayName",
                                person.name(),
                                "email",
                                person.handle() + "@demo.example",
                                "password",
                                password,
                                "language",
                                person.language(),
                                "deviceName",
                                "Demo"));
        var tokens = registered.status() == 409 ? logIn(person) : registered;
        var body = PublicApi.require(tokens, "Registering " + person.handle());
        return new Guest(person, text(body.get("user"), "id"), text(body, "accessToken"));
    }

    private PublicApi.Answer logIn(Person person) {
        var answer =
                api.post(
                        "/auth/login",
                        null,
                        Map.of(
                                "login",
                                person.handle(),
                                "password",
                                password,
                                "deviceName",
                                "Demo"));
        if (answer.status() == 401) {
            throw new PartFailure(
                    "There is a %s already, with another password than the demo's."
                            .formatted(person.handle()));
        }
        return answer;
    }

    private String open(Conversation conversation) {
        return switch (conversation.kind()) {
            case "private" -> openPrivate(conversation);
            case "group" -> find(conversation, this::createGroup);
            default -> join(conversation, find(conversation, this::createPublic));
        };
    }

    private String openPrivate(Conversation conversation) {
        var other = guest(conversation.members().get(1));
        return created(conversation, Map.of("userId", other.id()));
    }

    private String createGroup(Conversation conversation) {
        var others =
                conversation.members().stream().skip(1).map(this::guest).map(Guest::id).toList();
        return created(
                conversation,
                Map.of(
                        "title", conversation.title(),
                        "description", conversation.description(),
                        "memberIds", others));
    }

    private String createPublic(Conversation conversation) {
        return created(
                conversation,
                Map.of(
                        "title", conversation.title(),
                        "description", conversation.description()));
    }

    private String created(Conversation conversation, Map<String, ?> request) {
        var creator = guest(conversation.creator());
        var path = "/chats/" + conversation.kind();
        var chat = PublicApi.require(api.post(path, creator.token(), request), "POST " + path);
        return text(chat, "id");
    }

    private String find(Conversation conversation, Function<Conversation, String> create) {
        var creator = guest(conversation.creator());
        return api.list("/chats", creator.token()).stream()
                .filter(it -> it.path("title").asString("").equals(conversation.title()))
                .filter(it -> it.path("kind").asString("").equals(conversation.kind()))
                .map(it -> text(it, "id"))
                .findFirst()
                .orElseGet(() -> create.apply(conversation));
    }

    private String join(Conversation conversation, String chat) {
        for (var who : conversation.members().subList(1, conversation.members().size())) {
            var guest = guest(who);
            var path = "/chats/%s/members/%s".formatted(chat, guest.id());
            PublicApi.require(api.put(path, guest.token(), Map.of()), "Joining");
        }
        return chat;
    }

    /** Everybody has read up to what they said last. */
    private void talk(Conversation conversation, String chat) {
        var lastSaid = new HashMap<Guest, Long>();
        var number = 0;
        for (var line : conversation.lines()) {
            var speaker = guest(line.who());
            var id = messageId(conversation, number++);
            var message =
                    api.post(
                            "/chats/%s/messages".formatted(chat),
                            speaker.token(),
                            Map.of("clientMessageId", id, "text", line.text()));
            lastSaid.put(speaker, PublicApi.require(message, "Posting").get("seq").asLong());
        }
        lastSaid.forEach((speaker, seq) -> markRead(chat, speaker, seq));
    }

    private void markRead(String chat, Guest reader, long seq) {
        var path = "/chats/%s/read-marker".formatted(chat);
        PublicApi.require(api.put(path, reader.token(), Map.of("seq", seq)), "Marking as read");
    }

    /** The same for the same place in the script, so that a repeat posts nothing. */
    private static String messageId(Conversation conversation, int number) {
        var place =
                List.of(conversation.kind(), conversation.title(), conversation.members(), number);
        return UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String titleOf(Conversation conversation) {
        return conversation.title().isEmpty()
                ? String.join(
                        ", ",
                        conversation.members().stream()
                                .map(it -> guest(it).person().name())
                                .toList())
                : conversation.title();
    }

    private Guest guest(String who) {
        var guest = guests.get(who);
        if (guest == null) {
            throw new IllegalArgumentException("The script does not introduce " + who);
        }
        return guest;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    @Override
    public void close() {
        api.close();
    }
}
