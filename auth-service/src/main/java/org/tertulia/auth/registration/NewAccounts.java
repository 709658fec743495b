package org.tertulia.auth.registration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.tertulia.auth.account.Account;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;

/** Gives what was asked for an id and a time, as precise as the database keeps it. */
@Component
class NewAccounts {

    private final IdGenerator ids;
    private final Clock clock;

    NewAccounts(IdGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Account account(RegisterAccount command) {
        return new Account(
                new UserId(ids.next()),
                command.handle(),
                command.displayName(),
                command.email(),
                command.language(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
