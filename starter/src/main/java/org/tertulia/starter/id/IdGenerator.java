package org.tertulia.starter.id;

import java.util.UUID;

/** Makes new ids: UUID version 7 (RFC 9562), so that ids made later sort later. */
@FunctionalInterface
public interface IdGenerator {

    /** A new id, greater than every one this generator made before. */
    UUID next();
}
