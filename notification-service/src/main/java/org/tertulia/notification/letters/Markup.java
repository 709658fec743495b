package org.tertulia.notification.letters;

/** What is written into HTML. */
public final class Markup {

    private Markup() {}

    /** Text as it is written between tags and in quoted attributes, so that it is nothing but text. */
    public static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
