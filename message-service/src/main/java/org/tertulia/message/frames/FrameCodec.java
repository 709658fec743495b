package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.problem.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes frames. */
@Component
public final class FrameCodec {

    private static final Set<String> CLIENT_OPS =
            Arrays.stream(ClientFrame.class.getAnnotation(JsonSubTypes.class).value())
                    .map(JsonSubTypes.Type::name)
                    .collect(Collectors.toUnmodifiableSet());

    private static final String INCOMPLETE = "A field is missing or not of its type.";

    private final ObjectReader trees;
    private final ObjectWriter serverFrames;
    private final ObjectReader clientFrames;

    FrameCodec(JsonMapper json) {
        this.trees = json.readerFor(JsonNode.class);
        this.serverFrames = json.writerFor(ServerFrame.class);
        this.clientFrames =
                json.readerFor(ClientFrame.class)
                        .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What came: a frame, something refused, or nothing that can be understood. */
    public Received read(byte[] text) {
        JsonNode node;
        try {
            node = trees.readValue(text);
        } catch (JacksonException notJson) {
            return new Received.Unintelligible();
        }
        var op = node.path("op");
        if (!node.isObject() || !op.isString()) {
            return new Received.Unintelligible();
        }
        return read(op.stringValue(), node);
    }

    private Received read(String op, JsonNode node) {
        if (!CLIENT_OPS.contains(op)) {
            return refused(op, node, "There is no such op.");
        }
        try {
            ClientFrame frame = clientFrames.readValue(node);
            return FrameParts.areComplete(frame)
                    ? new Received.Understood(op, frame)
                    : refused(op, node, INCOMPLETE);
        } catch (JacksonException malformed) {
            return refused(op, node, INCOMPLETE);
        }
    }

    private static Received refused(String op, JsonNode node, String detail) {
        var problem = new ProblemException(ProblemTypes.MALFORMED_REQUEST, detail);
        return new Received.Refused(error(op, id(node, "clientMessageId"), chatId(node), problem));
    }

    private static @Nullable UUID id(JsonNode node, String field) {
        try {
            var value = node.path(field);
            return value.isString() ? UUID.fromString(value.stringValue()) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static @Nullable ChatId chatId(JsonNode node) {
        var id = id(node, "chatId");
        return id == null ? null : new ChatId(id);
    }

    /** The error frame for what went wrong with an {@code op}. */
    public static ServerFrame.Refused error(
            String op, @Nullable UUID clientMessageId, @Nullable ChatId chatId, Throwable error) {
        var retryAfter = error instanceof ProblemException e ? e.retryAfter() : null;
        return new ServerFrame.Refused(
                op,
                clientMessageId,
                chatId,
                retryAfter == null ? null : retryAfter.toMillis(),
                Problems.of(error));
    }

    /** Whether {@code error} is a fault of the server, which nobody but its log is told in detail. */
    public static boolean isOurFault(Throwable error) {
        return Problems.of(error).status() == ProblemTypes.INTERNAL_ERROR.status().value();
    }

    /** The text of a frame, UTF-8. */
    public byte[] write(ServerFrame frame) {
        return serverFrames.writeValueAsBytes(frame);
    }

    /** What a text from the client turned out to be. */
    public sealed interface Received {

        /** A frame. */
        record Understood(String op, ClientFrame frame) implements Received {}

        /** A frame that is not right, and the answer to it. */
        record Refused(ServerFrame.Refused answer) implements Received {}

        /** No frame at all. */
        record Unintelligible() implements Received {}
    }
}
