package org.tertulia.auth.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.text.PlainText;

/** Names devices: as the person says, otherwise after what the {@code User-Agent} header tells. */
public final class DeviceName {

    private static final int MAX_GRAPHEMES = 80;
    private static final int MAX_PRODUCT = 40;
    private static final String UNKNOWN = "Unknown device";

    /** Order matters: later ones are also named by browsers that come earlier. */
    private static final List<Mark> BROWSERS =
            List.of(
                    new Mark("Edg", "Edge"),
                    new Mark("OPR/", "Opera"),
                    new Mark("SamsungBrowser/", "Samsung Internet"),
                    new Mark("Firefox/", "Firefox"),
                    new Mark("FxiOS/", "Firefox"),
                    new Mark("CriOS/", "Chrome"),
                    new Mark("Chrome/", "Chrome"),
                    new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS =
            List.of(
                    new Mark("Android", "Android"),
                    new Mark("iPhone", "iPhone"),
                    new Mark("iPad", "iPad"),
                    new Mark("Windows", "Windows"),
                    new Mark("CrOS", "ChromeOS"),
                    new Mark("Macintosh", "macOS"),
                    new Mark("Linux", "Linux"));

    private DeviceName() {}

    /**
     * The name for a device. Fails with validation-failed on {@code deviceName}; a strange {@code
     * User-Agent} never fails.
     */
    public static String of(@Nullable String requested, @Nullable String userAgent) {
        var name = PlainText.clean("deviceName", requested, 0, MAX_GRAPHEMES);
        return name.isEmpty() ? ofUserAgent(userAgent) : name;
    }

    private static String ofUserAgent(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser == null) {
            return product(userAgent);
        }
        return system == null ? browser : browser + " on " + system;
    }

    /** What stands before the first slash or space: {@code curl/8.5.0} is {@code curl}. */
    private static String product(String userAgent) {
        var text = userAgent.strip();
        int end = 0;
        while (end < text.length() && end < MAX_PRODUCT && isProductPart(text.charAt(end))) {
            end++;
        }
        return end == 0 ? UNKNOWN : text.substring(0, end);
    }

    private static boolean isProductPart(char c) {
        return c > ' ' && c < 127 && c != '/';
    }

    private static @Nullable String first(List<Mark> marks, String userAgent) {
        for (var mark : marks) {
            if (userAgent.contains(mark.sign())) {
                return mark.name();
            }
        }
        return null;
    }

    private record Mark(String sign, String name) {}
}
