package org.tertulia.auth.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tertulia.auth.account.EmailAddress;
import org.tertulia.auth.account.Handle;

/**
 * Refuses the passwords that are tried first. There are no rules about kinds of characters: they make
 * passwords worse (NIST SP 800-63B, section 3.1.1.2).
 *
 * <p>Refused are: those in the packaged list, also with digits and signs after them; the person's own
 * handle and email address, digits and signs after them or not; one or two characters repeated; and runs along the alphabet or the digits.
 */
@Component
public class PasswordPolicy {

    private static final String LIST = "/passwords/common.txt";
    private static final Pattern TAIL = Pattern.compile("[^\\p{L}]+$");

    /** A word with less than this before its digits says little about the whole. */
    private static final int MIN_STEM = 4;

    private final Set<String> common;

    PasswordPolicy() {
        common = read();
    }

    /** Fails with {@link GuessablePassword} on {@code field}. */
    public void check(String field, Password password, Handle handle, EmailAddress email) {
        var text = password.value().toLowerCase(Locale.ROOT);
        if (isCommon(text) || isOwn(text, handle, email) || isRepetition(text) || isRun(text)) {
            throw new GuessablePassword(field);
        }
    }

    private boolean isCommon(String text) {
        var stem = stem(text);
        return common.contains(text) || (stem.length() >= MIN_STEM && common.contains(stem));
    }

    private static boolean isOwn(String text, Handle handle, EmailAddress email) {
        return extendsByNoLetter(text, handle.value())
                || extendsByNoLetter(text, email.key())
                || extendsByNoLetter(text, email.localPart());
    }

    private static boolean extendsByNoLetter(String text, String own) {
        return text.startsWith(own)
                && text.substring(own.length()).codePoints().noneMatch(Character::isLetter);
    }

    private static boolean isRepetition(String text) {
        return text.codePoints().distinct().count() <= 2;
    }

    private static boolean isRun(String text) {
        int step = text.charAt(1) - text.charAt(0);
        if (Math.abs(step) != 1) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0';
            if (text.charAt(i) - text.charAt(i - 1) != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    private static String stem(String text) {
        return TAIL.matcher(text).replaceAll("");
    }

    private static Set<String> read() {
        var stream = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream(LIST), LIST);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Can not read " + LIST, e);
        }
    }
}
