package org.tertulia.translation.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;

/**
 * Cuts a message into words and what must stay: code, links, mentions, names of channels, emoji, the marks of Markdown,
 * line breaks, and the words of a glossary. The parts put together again are the text, but for glossary words, which are
 * replaced by what they become. Takes time in proportion to the text.
 */
@Component
public final class Protection {

    private static final String ALNUM = "[\\p{L}\\p{N}]";

    /** What ends a sentence rather than an address. */
    private static final String LINK =
            "(?<!"
                    + ALNUM
                    + ")(?:[A-Za-z][A-Za-z0-9+.-]{1,20}+://|www\\.|mailto:)[^\\s<>\"`]*[^\\s<>\"`.,;:!?'*_~)\\]]";

    private static final String LINK_TARGET = "\\]\\([^\\s()]*+(?:\\([^\\s()]*+\\)[^\\s()]*+)*+\\)";

    private static final String E_MAIL =
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+)++";

    /** As the message service finds them; a full stop after one ends the sentence. */
    private static final String MENTION =
            "(?<![\\p{IsLatin}\\p{N}@./+-])@[A-Za-z0-9](?:[A-Za-z0-9._-]{0,28}[A-Za-z0-9_-])?";

    private static final String CHANNEL =
            "(?<![\\p{L}\\p{N}#/&])#[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}+";

    private static final String EMOJI_NAME =
            "(?<!" + ALNUM + "):(?:[+-]1|[A-Za-z0-9][A-Za-z0-9_-]{0,63}+):";

    /** Sequences of UTS #51, and whatever is put together like one. */
    private static final String EMOJI =
            "(?:\\p{IsExtended_Pictographic}|[\\x{1F1E6}-\\x{1F1FF}\\x{1F3FB}-\\x{1F3FF}]|[0-9#*]\\x{FE0F}?\\x{20E3})"
                    + "(?:[\\x{FE0F}\\x{200D}\\x{20E3}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}\\x{1F1E6}-\\x{1F1FF}]|\\p{IsExtended_Pictographic})*+";

    private static final String LINE_BREAK = "\\R";

    private static final String LINE_MARKS =
            "^[ \\t]{0,16}+(?:>[ \\t]?+|[-*+][ \\t]{1,8}+|\\d{1,9}+[.)][ \\t]{1,8}+|#{1,6}+[ \\t]{1,8}+)++";

    /** Names of programs' things, which nobody wants translated. */
    private static final String IDENTIFIER =
            "(?<![\\p{L}\\p{N}_])[\\p{L}\\p{N}]++(?:_++[\\p{L}\\p{N}]++)++";

    private static final String INLINE_MARKS = "\\*++|_++|~++|\\|++|[\\[\\]<>]|\\\\.";

    private static final Pattern KEPT =
            Pattern.compile(
                    String.join(
                            "|",
                            LINE_BREAK,
                            LINE_MARKS,
                            LINK,
                            LINK_TARGET,
                            E_MAIL,
                            MENTION,
                            CHANNEL,
                            EMOJI_NAME,
                            EMOJI,
                            IDENTIFIER,
                            INLINE_MARKS),
                    Pattern.MULTILINE);

    /** The text, cut; words that {@code glossary} has for {@code target} are replaced. */
    public MarkedText mark(String text, List<Term> glossary, Language target) {
        var words = GlossaryWords.in(text, glossary, target);
        var parts = new ArrayList<Part>();
        var at = 0;
        for (var code : CodeSpans.in(text)) {
            markSpoken(text, at, code.begin(), words, parts);
            parts.add(new Part.Kept(text.substring(code.begin(), code.end())));
            at = code.end();
        }
        markSpoken(text, at, text.length(), words, parts);
        return new MarkedText(parts);
    }

    private static void markSpoken(
            String text, int begin, int end, GlossaryWords glossary, List<Part> parts) {
        var kept = KEPT.matcher(text).region(begin, end);
        // What stands before and after belongs to what a mark is, though it is not cut here.
        kept.useTransparentBounds(true).useAnchoringBounds(false);
        var at = begin;
        while (kept.find()) {
            glossary.cut(text.substring(at, kept.start()), parts);
            parts.add(new Part.Kept(kept.group()));
            at = kept.end();
        }
        glossary.cut(text.substring(at, end), parts);
    }
}
