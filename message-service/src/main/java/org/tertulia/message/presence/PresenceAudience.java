package org.tertulia.message.presence;

import java.util.List;
import java.util.Set;
import org.tertulia.starter.id.UserId;

/** The people who are connected to this instance. */
public interface PresenceAudience {

    /** Who they are. */
    Set<UserId> people();

    /** Tells them. Returns at once. */
    void tell(List<PresenceNotice> notices);

    /** Tells a person what they have said, on some device. Returns at once. */
    void tellOwn(UserId person, OwnPresence own);
}
