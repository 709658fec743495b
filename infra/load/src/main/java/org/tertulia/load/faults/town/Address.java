package org.tertulia.load.faults.town;

import java.net.URI;
import java.util.List;
import org.tertulia.load.client.Api;

/**
 * Where the people of a town meet the suite.
 *
 * @param doors ways to the gateway, that may be cut
 * @param instances the instances of message-service, to listen at each of them
 * @param registration where people register
 */
public record Address(List<Api> doors, List<Api> instances, Api registration) {

    /** The way to the gateway of somebody. */
    Api door(int person) {
        return doors.get(person % doors.size());
    }

    /** An address of this machine. */
    public static Api local(int port) {
        return new Api(URI.create("http://127.0.0.1:" + port));
    }
}
