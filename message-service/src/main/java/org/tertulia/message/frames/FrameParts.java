package org.tertulia.message.frames;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a frame has all of its parts: those that may be absent are marked {@link Nullable}. */
final class FrameParts {

    /**
     * A part of a record.
     *
     * @param accessor reads it
     * @param required whether it must be there
     */
    private record Part(Method accessor, boolean required) {

        static Part of(RecordComponent component) {
            return new Part(
                    component.getAccessor(),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private static final ClassValue<List<Part>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Part> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
                }
            };

    private FrameParts() {}

    /** Looks at the records within {@code frame} too, also at those in lists. */
    static boolean areComplete(Object frame) {
        return switch (frame) {
            case Record record ->
                    PARTS.get(record.getClass()).stream()
                            .allMatch(part -> isComplete(part, record));
            case List<?> list -> list.stream().allMatch(FrameParts::areComplete);
            default -> true;
        };
    }

    private static boolean isComplete(Part part, Object frame) {
        try {
            var value = part.accessor().invoke(frame);
            return value == null ? !part.required() : areComplete(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a frame can not be read", e);
        }
    }
}
