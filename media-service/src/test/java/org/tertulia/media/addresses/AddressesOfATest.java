package org.tertulia.media.addresses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tertulia.media.files.Variant;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/** Addresses as the service makes them, for whom and when a test likes. */
public final class AddressesOfATest {

    private AddressesOfATest() {}

    /** An address that the service made so long ago. */
    public static String made(
            ApplicationContext service, Duration ago, UUID person, UUID file, Variant variant) {
        var then = Clock.fixed(Instant.now().minus(ago), ZoneOffset.UTC);
        var addresses = new Addresses(service.getBean(AddressProperties.class), then);
        return addresses.of(new MediaId(file), variant, new UserId(person), addresses.expiry());
    }
}
