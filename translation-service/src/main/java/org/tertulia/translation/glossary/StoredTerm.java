package org.tertulia.translation.glossary;

import java.time.Instant;
import org.tertulia.starter.id.UserId;

/**
 * A word of a chat's glossary, and where it comes from.
 *
 * @param id which one
 * @param term the word
 * @param by who added it
 * @param at when, UTC
 */
record StoredTerm(TermId id, Term term, UserId by, Instant at) {}
