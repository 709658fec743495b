package org.tertulia.translation.store;

/**
 * What keeping a translation has led to.
 *
 * @param translation the one that is kept, which need not be the one that was to be
 * @param isNew whether it is kept, and announced, since just now; else there was one before
 */
public record Keeping(KeptTranslation translation, boolean isNew) {}
