package org.tertulia.notification.letters;

import org.tertulia.notification.language.Language;

/** What mails say, in one language. */
sealed interface Wording permits SpanishWording, EnglishWording {

    static Wording of(Language language) {
        return switch (language) {
            case SPANISH -> new SpanishWording();
            case ENGLISH -> new EnglishWording();
        };
    }

    /** The subject of a digest, which says nothing of what is in it. */
    String digestSubject(int total);

    /** What a digest begins with. */
    String digestOpening(int total);

    /** What a notification tells, but for what was said. */
    String headline(DigestItem item);

    /** The words of a link to it. */
    String open();

    /** How many there are beyond those that are shown. */
    String more(int count);

    /** The words of the link to the inbox. */
    String inbox();

    /** Why the person gets this. */
    String why();

    /** The words of the link to the settings. */
    String settings();

    /** The words of the link that ends the digests. */
    String unsubscribe();

    String confirmSubject();

    /** What a confirmation asks, and what to do if it was somebody else. */
    String confirmOpening();

    /** The words of its link. */
    String confirm();

    /** How long that is good. */
    String confirmWithin(long hours);

    String confirmIgnore();
}
