package org.tertulia.message.timeline;

import java.util.List;
import tools.jackson.databind.util.RawValue;

/**
 * A stretch of a chat's log.
 *
 * @param items ascending by seq, without a gap; the JSON is exactly what is in the log
 * @param lastSeq the last seq of the whole log
 */
record LogPage(List<RawValue> items, long lastSeq) {}
