package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tertulia.test.KafkaRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chat as a consumer of its events comes to know it. */
final class ReplayedChat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> roles = new TreeMap<>();
    private final Map<String, String> emoji = new TreeMap<>();
    private String title = "";
    private String picture = "";
    private boolean receipts;
    private long version;
    private boolean deleted;

    private ReplayedChat() {}

    /** From all events of the chat, which must be 1, 2, 3 … in order. */
    static ReplayedChat of(List<KafkaRecord> events) {
        var chat = new ReplayedChat();
        for (var event : events) {
            chat.apply(JSON.readTree(event.value()));
        }
        return chat;
    }

    private void apply(JsonNode event) {
        assertThat(deleted).as("an event after the last one: " + event).isFalse();
        assertThat(event.path("version").asLong()).as(event.toString()).isEqualTo(version + 1);
        version++;
        var user = event.path("userId").asString("");
        switch (event.path("type").asString()) {
            case "chat.created" -> created(event);
            case "chat.changed" -> {
                title = event.path("title").asString("");
                picture = event.path("pictureId").asString("");
                receipts = event.path("receipts").asBoolean();
            }
            case "member.added" ->
                    assertThat(roles.put(user, event.path("role").asString())).isNull();
            case "member.removed" -> assertThat(roles.remove(user)).isNotNull();
            case "member.role-changed" ->
                    assertThat(roles.put(user, event.path("role").asString()))
                            .isNotNull()
                            .isNotEqualTo(event.path("role").asString());
            case "emoji.added" ->
                    emoji.put(event.path("name").asString(), event.path("mediaId").asString());
            case "emoji.removed" ->
                    assertThat(emoji.remove(event.path("name").asString())).isNotNull();
            case "chat.deleted" -> deleted = true;
            default -> throw new AssertionError(event.toString());
        }
    }

    private void created(JsonNode event) {
        title = event.path("title").asString("");
        receipts = event.path("receipts").asBoolean();
        event.path("members")
                .forEach(m -> roles.put(m.path("userId").asString(), m.path("role").asString()));
    }

    /** Checks that the service says the same. */
    void expectToBe(JsonNode view) {
        var shown = new TreeMap<String, String>();
        view.path("members")
                .forEach(m -> shown.put(m.path("userId").asString(), m.path("role").asString()));
        assertThat(roles).isEqualTo(shown);
        assertThat(view.path("title").asString("")).isEqualTo(title);
        assertThat(view.path("pictureId").asString("")).isEqualTo(picture);
        assertThat(view.path("receipts").asBoolean()).isEqualTo(receipts);
        assertThat(view.path("version").asLong()).isEqualTo(version);
        assertThat(view.path("memberCount").asInt()).isEqualTo(roles.size());
    }

    /** Names and pictures. */
    Map<String, String> emoji() {
        return emoji;
    }

    Map<String, String> roles() {
        return roles;
    }

    long version() {
        return version;
    }

    boolean deleted() {
        return deleted;
    }
}
