package org.tertulia.starter.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Makes an emoji from outside fit to be stored and compared: exactly one, of the forms that UTS #51 has (a character,
 * with or without a skin tone; a keycap; the flag of a region or of a part of one; several joined by U+200D), and
 * always in its fully qualified spelling. So ❤ with and without the variation selector is one emoji, and it is shown
 * as a picture.
 */
public final class Emoji {

    /** The longest of Unicode 16 has ten code points and the most parts are four; some room for later ones. Guessed. */
    private static final int MAX_CODE_POINTS = 16;

    private static final int MAX_PARTS = 6;

    private static final int JOINER = 0x200D;
    private static final int AS_TEXT = 0xFE0E;
    private static final int AS_PICTURE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int TAG = 0xE0000;
    private static final int TAGS_END = 0xE007F;
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;

    /** Subdivisions have the two letters of their region and up to three letters or digits (ISO 3166-2). */
    private static final int MIN_SUBDIVISION = 3;

    private static final int MAX_SUBDIVISION = 5;

    /** Regions that have a flag without being a country of ISO 3166-1 (CLDR). */
    private static final List<String> OTHER_REGIONS =
            List.of("AC", "CP", "CQ", "DG", "EA", "EU", "IC", "TA", "UN", "XK");

    private static final Set<String> REGIONS = regions();

    private Emoji() {}

    /**
     * The emoji in its fully qualified spelling. Fails with {@link ProblemTypes#VALIDATION_FAILED}, naming the field,
     * when it is anything else than one emoji.
     *
     * @param field the name of the field in the problem
     * @param raw what was sent
     */
    public static String clean(String field, @Nullable String raw) {
        var emoji = raw == null ? null : qualified(raw);
        if (emoji == null) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED,
                            "The field %s must be one emoji.".formatted(field))
                    .field(field, "must be one emoji");
        }
        return emoji;
    }

    private static @Nullable String qualified(String raw) {
        var points =
                raw.codePoints()
                        .filter(point -> point != AS_TEXT && point != AS_PICTURE)
                        .limit(MAX_CODE_POINTS + 1L)
                        .toArray();
        if (points.length == 0 || points.length > MAX_CODE_POINTS) {
            return null;
        }
        if (isFlag(points) || isSubdivision(points)) {
            return text(points);
        }
        return isKeycap(points) ? text(points[0], AS_PICTURE, KEYCAP) : joined(points);
    }

    private static boolean isFlag(int[] points) {
        return points.length == 2
                && isRegional(points[0])
                && isRegional(points[1])
                && REGIONS.contains("" + letter(points[0]) + letter(points[1]));
    }

    private static boolean isRegional(int point) {
        return point >= FIRST_REGIONAL && point <= LAST_REGIONAL;
    }

    private static char letter(int regional) {
        return (char) ('A' + regional - FIRST_REGIONAL);
    }

    private static boolean isSubdivision(int[] points) {
        var length = points.length - 2;
        return length >= MIN_SUBDIVISION
                && length <= MAX_SUBDIVISION
                && points[0] == BLACK_FLAG
                && points[points.length - 1] == TAGS_END
                && Arrays.stream(points, 1, points.length - 1).allMatch(Emoji::isTag);
    }

    private static boolean isTag(int point) {
        var plain = point - TAG;
        return (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9');
    }

    private static boolean isKeycap(int[] points) {
        return points.length == 2 && points[1] == KEYCAP && "0123456789#*".indexOf(points[0]) >= 0;
    }

    /** A single picture, or several with joiners between them. */
    private static @Nullable String joined(int[] points) {
        if (Character.isEmojiComponent(points[0])) {
            return null;
        }
        var text = new StringBuilder();
        var parts = 0;
        var at = 0;
        while (at < points.length) {
            var picture = points[at++];
            if (!isPicture(picture) || ++parts > MAX_PARTS) {
                return null;
            }
            text.appendCodePoint(picture);
            if (at < points.length && isToneOf(picture, points[at])) {
                text.appendCodePoint(points[at++]);
            } else if (!Character.isEmojiPresentation(picture)) {
                text.appendCodePoint(AS_PICTURE);
            }
            if (at == points.length) {
                return text.toString();
            }
            if (points[at++] != JOINER) {
                return null;
            }
            text.appendCodePoint(JOINER);
        }
        return null;
    }

    /** Only what is also pictographic is kept in one grapheme by a joiner (UAX #29, rule GB11). */
    private static boolean isPicture(int point) {
        return Character.isEmoji(point) && Character.isExtendedPictographic(point);
    }

    private static boolean isToneOf(int picture, int point) {
        return Character.isEmojiModifier(point) && Character.isEmojiModifierBase(picture);
    }

    private static String text(int... points) {
        return new String(points, 0, points.length);
    }

    private static Set<String> regions() {
        var found = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        found.addAll(OTHER_REGIONS);
        return Set.copyOf(found);
    }
}
