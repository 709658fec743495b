package org.tertulia.auth.passwords;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Body of a password change. Its text form shows neither. */
record ChangePasswordRequest(
        @NotNull @Size(max = 1024) String currentPassword, @NotNull String newPassword) {

    Password current() {
        return Password.presented(currentPassword);
    }

    Password chosen() {
        return Password.chosen("newPassword", newPassword);
    }

    @Override
    public String toString() {
        return "ChangePasswordRequest[…]";
    }
}
