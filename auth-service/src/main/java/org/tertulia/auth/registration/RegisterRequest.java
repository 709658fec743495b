package org.tertulia.auth.registration;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tertulia.auth.account.EmailAddress;
import org.tertulia.auth.account.Handle;
import org.tertulia.auth.account.Language;
import org.tertulia.auth.passwords.Password;
import org.tertulia.auth.sessions.Device;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;

/** Body of a registration, as it came. Its text form shows nothing of it. */
record RegisterRequest(
        @NotNull String handle,
        @NotNull String displayName,
        @NotNull String email,
        @NotNull String password,
        @Nullable String language,
        @Nullable String deviceName,
        @Nullable String refreshTokenIn) {

    private static final int MAX_NAME_GRAPHEMES = 80;

    /** Fails with validation-failed, naming every value that is not allowed. */
    RegisterAccount command(Device device) {
        requireAllAllowed();
        return new RegisterAccount(
                Handle.of(handle), cleanName(), EmailAddress.of(email), chosen(), spoken(), device);
    }

    private void requireAllAllowed() {
        var all = new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.");
        addErrors(all, () -> Handle.of(handle));
        addErrors(all, this::cleanName);
        addErrors(all, () -> EmailAddress.of(email));
        addErrors(all, this::chosen);
        addErrors(all, this::spoken);
        if (!all.errors().isEmpty()) {
            throw all;
        }
    }

    private static void addErrors(ProblemException all, Runnable reading) {
        try {
            reading.run();
        } catch (ProblemException refused) {
            refused.errors().forEach(error -> all.field(error.field(), error.message()));
        }
    }

    private String cleanName() {
        return PlainText.clean("displayName", displayName, 1, MAX_NAME_GRAPHEMES);
    }

    private Password chosen() {
        return Password.chosen("password", password);
    }

    private @Nullable Language spoken() {
        return language == null ? null : Language.of(language);
    }

    @Override
    public String toString() {
        return "RegisterRequest[…]";
    }
}
