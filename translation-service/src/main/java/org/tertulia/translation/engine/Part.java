package org.tertulia.translation.engine;

/** A stretch of a text. */
public sealed interface Part {

    /** What stands there. */
    String text();

    /** Words, to be translated. */
    record Words(String text) implements Part {}

    /** Something that survives byte for byte: a mention, a link, code, an emoji, a mark, a word of a glossary. */
    record Kept(String text) implements Part {}
}
