package org.tertulia.auth.registration;

import org.jspecify.annotations.Nullable;
import org.tertulia.auth.account.EmailAddress;
import org.tertulia.auth.account.Handle;
import org.tertulia.auth.account.Language;
import org.tertulia.auth.passwords.Password;
import org.tertulia.auth.sessions.Device;

/** Asks for an account, every value well-formed. */
record RegisterAccount(
        Handle handle,
        String displayName,
        EmailAddress email,
        Password password,
        @Nullable Language language,
        Device device) {}
