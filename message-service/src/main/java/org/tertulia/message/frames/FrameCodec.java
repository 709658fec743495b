package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
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
            kinds(ClientFrame.class)
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
        prepare(json);
    }

    /** What Jackson makes for each kind when it first meets it, it makes under a lock: not on an event loop. */
    private static void prepare(JsonMapper json) {
        kinds(ClientFrame.class).forEach(kind -> json.readerFor(kind.value()));
        kinds(ServerFrame.class).forEach(kind -> json.writerFor(kind.value()));
    }

    private static Stream<JsonSubTypes.Type> kinds(Class<?> family) {
        return Arrays.stream(family.getAnnotation(JsonSubTypes.class).value());
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
        var asked = Asked.of(op, node);
        if (!CLIENT_OPS.contains(op)) {
            return refused(asked, "There is no such op.");
        }
        if (!node.path("requestId").isMissingNode() && asked.requestId() == null) {
            return refused(
                    asked,
                    "The requestId must be a string of at most %d characters."
                            .formatted(Asked.MAX_REQUEST_ID));
        }
        try {
            ClientFrame frame = clientFrames.readValue(node);
            return FrameParts.areComplete(frame)
                    ? new Received.Understood(asked, frame)
                    : refused(asked, INCOMPLETE);
        } catch (JacksonException malformed) {
            return refused(asked, INCOMPLETE);
        }
    }

    private static Received refused(Asked asked, String detail) {
        return new Received.Refused(
                asked.refused(new ProblemException(ProblemTypes.MALFORMED_REQUEST, detail)));
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
        record Understood(Asked asked, ClientFrame frame) implements Received {}

        /** A frame that is not right, and the answer to it. */
        record Refused(ServerFrame.Refused answer) implements Received {}

        /** No frame at all. */
        record Unintelligible() implements Received {}
    }
}
