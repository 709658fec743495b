package org.tertulia.auth.login;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of a login. Its text form shows nothing of it. */
record LoginRequest(
        @NotBlank @Size(max = 254) String login,
        @NotNull @Size(max = 1024) String password,
        @Nullable String deviceName,
        @Nullable String refreshTokenIn) {

    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
