package org.tertulia.notification.words;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The strings by which what was said leads to the rules that may wait for it, by one index. */
public final class Lookup {

    private static final String WORD = "w:";
    private static final String PERSON = "p:";

    private Lookup() {}

    /** Of a rule that waits for a word. */
    public static String ofWord(FoldedText word) {
        return WORD + word.rarestKey();
    }

    /** Of a rule that waits for a person. */
    public static String ofPerson(UUID person) {
        return PERSON + person;
    }

    /** Of all rules that may wait for this. */
    public static List<String> of(UUID speaker, FoldedText said) {
        return Stream.concat(
                        Stream.of(ofPerson(speaker)), said.keys().stream().map(key -> WORD + key))
                .toList();
    }
}
