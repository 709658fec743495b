package org.tertulia.message.presence;

import java.util.Set;
import org.tertulia.starter.id.UserId;

/** Who is shown as online, on any instance, as far as this one has heard: neither who is away nor who is invisible. */
@FunctionalInterface
public interface OnlinePeople {

    /** All of them at this moment; a copy. */
    Set<UserId> online();
}
