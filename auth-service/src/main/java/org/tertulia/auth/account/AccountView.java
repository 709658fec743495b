package org.tertulia.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/** A person's own account, as only they see it. */
record AccountView(
        UserId id,
        String handle,
        String displayName,
        String email,
        @Nullable String language,
        Instant createdAt) {

    static AccountView of(Account account) {
        var language = account.language();
        return new AccountView(
                account.id(),
                account.handle().value(),
                account.displayName(),
                account.email().value(),
                language == null ? null : language.tag(),
                account.createdAt());
    }
}
