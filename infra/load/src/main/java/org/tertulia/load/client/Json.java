package org.tertulia.load.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text to values and back, as the suite writes JSON: camelCase, ids as strings, RFC 3339 times. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** One line of JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON for people, over several lines. */
    public static String writePretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * The value of a text; properties that the type does not have are ignored.
     *
     * @throws tools.jackson.core.JacksonException when the text is not of that type
     */
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** The value of a part of a document, under the rules of {@link #read}. */
    public static <T> T read(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }

    /** Any JSON text. */
    public static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    /** A value as a document. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
