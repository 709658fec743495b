package org.tertulia.media.addresses;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.media.files.Variant;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * Makes addresses of files, and tells whom one was made for. An address is for one person, one file and one form of it.
 * It says who asks, as a token does, and no more: whether that person may have the file is another question, to be asked
 * each time.
 *
 * <p>Addresses end at common moments, so that whoever asks again gets the same one, and finds its bytes in the browser's
 * cache.
 */
@Component
public final class Addresses {

    private static final String ALGORITHM = "HmacSHA256";

    /** Tells these signatures from all others that might ever be made with the key. */
    private static final String PURPOSE = "tertulia media address 1";

    private final List<SecretKeySpec> keys;
    private final Duration lifetime;
    private final Clock clock;

    Addresses(AddressProperties properties, Clock clock) {
        this.keys =
                properties.keys().stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
        this.lifetime = properties.lifetime();
        this.clock = clock;
    }

    /** Until when addresses that are made now are good: between one lifetime and two. */
    public Instant expiry() {
        var step = lifetime.toSeconds();
        var begun = Math.floorDiv(clock.instant().getEpochSecond(), step);
        return Instant.ofEpochSecond((begun + 2) * step);
    }

    /** The address, without scheme and host, at which the person finds the file in this form until {@code expiry}. */
    public String of(MediaId id, Variant variant, UserId person, Instant expiry) {
        var expires = expiry.getEpochSecond();
        var signature = signature(keys.getFirst(), id, variant.text(), person, expires);
        return "/api/v1/media/%s/content/%s?person=%s&expires=%d&signature=%s"
                .formatted(
                        id,
                        variant.text(),
                        person,
                        expires,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    /**
     * Whom the address was made for. Throws {@link AddressInvalid} for one that was not made here as it is, and {@link
     * AddressExpired} for one whose time is over.
     */
    public UserId person(MediaId id, String variant, SignedQuery query) {
        var person = person(query.person());
        var expires = seconds(query.expires());
        var given = bytes(query.signature());
        var holds =
                keys.stream()
                        .map(key -> signature(key, id, variant, person, expires))
                        .anyMatch(made -> MessageDigest.isEqual(made, given));
        if (!holds) {
            throw new AddressInvalid();
        }
        if (clock.instant().getEpochSecond() >= expires) {
            throw new AddressExpired();
        }
        return person;
    }

    private static byte[] signature(
            SecretKeySpec key, MediaId id, String variant, UserId person, long expires) {
        var text = "%s\n%s\n%s\n%s\n%d".formatted(PURPOSE, id, variant, person, expires);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static UserId person(@Nullable String text) {
        try {
            return UserId.valueOf(required(text));
        } catch (IllegalArgumentException notAnId) {
            throw new AddressInvalid();
        }
    }

    private static long seconds(@Nullable String text) {
        try {
            return Long.parseLong(required(text));
        } catch (NumberFormatException notANumber) {
            throw new AddressInvalid();
        }
    }

    private static byte[] bytes(@Nullable String text) {
        try {
            return Base64.getUrlDecoder().decode(required(text));
        } catch (IllegalArgumentException notBase64) {
            throw new AddressInvalid();
        }
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new AddressInvalid();
        }
        return text;
    }
}
