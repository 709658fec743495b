package org.tertulia.translation.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that nobody means well with, made from a seed. */
public final class HostileTexts {

    private static final List<String> PIECES =
            List.of(
                    "[",
                    "]",
                    "{",
                    "}",
                    "^",
                    "$",
                    "<",
                    ">",
                    "/",
                    "\\",
                    "@",
                    "[[",
                    "]]",
                    "^a<n>$",
                    ".[]",
                    ".[][\n]",
                    "\0",
                    "\u0001",
                    "\u202e",
                    "\u200f",
                    "\u200b",
                    "\u00ad",
                    "\ud83d",
                    "\udc4d",
                    "\ufffe",
                    "👍",
                    "👩‍👩‍👧‍👦",
                    "🏳️‍🌈",
                    "🇪🇸",
                    "1️⃣",
                    "`",
                    "``",
                    "```",
                    "~~~",
                    "**",
                    "__",
                    "||",
                    "\n",
                    "\r\n",
                    "\n\n",
                    "> ",
                    "- ",
                    "# ",
                    "@ana",
                    "#plaza",
                    ":tada:",
                    "https://a.example/x?y=(z)",
                    "foo_bar",
                    "ok",
                    "Hello",
                    "mañana",
                    "the house",
                    "¿",
                    "’",
                    "'",
                    "\"",
                    "&amp;",
                    "<b>",
                    "</x>",
                    "%s",
                    "日本語",
                    "العربية",
                    "a\u0301\u0302\u0303",
                    " ",
                    "   ",
                    "\t",
                    "z".repeat(300),
                    "=".repeat(50),
                    "*".repeat(70),
                    "(".repeat(40));

    private final Random random;

    /** The same seed, the same texts. */
    public HostileTexts(long seed) {
        this.random = new Random(seed);
    }

    /** Some pieces of all kinds, with words between them. */
    public String next() {
        return IntStream.range(0, 1 + random.nextInt(24))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    /** One piece again and again, up to 100,000 characters. */
    public String nextLong() {
        var piece = PIECES.get(random.nextInt(PIECES.size()));
        return piece.repeat(100_000 / piece.length());
    }
}
