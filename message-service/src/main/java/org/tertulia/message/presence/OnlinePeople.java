package org.tertulia.message.presence;

import java.util.Set;
import org.tertulia.starter.id.UserId;

/** Who is online, on any instance, as far as this one has heard. */
@FunctionalInterface
public interface OnlinePeople {

    /** All of them at this moment; a copy. */
    Set<UserId> online();
}
