package org.tertulia.load.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a chat's history.
 *
 * @param items ascending by seq
 * @param before cursor of the older page; null at the beginning
 * @param after cursor of the newer page; null at the end
 */
public record MessagePage(
        List<MessageView> items, @Nullable String before, @Nullable String after) {}
