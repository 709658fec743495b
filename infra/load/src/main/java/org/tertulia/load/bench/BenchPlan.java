package org.tertulia.load.bench;

import java.time.Duration;

/**
 * What is to be measured.
 *
 * @param sockets how many sockets get every message of the fan-out
 * @param people how many people they belong to
 * @param messages how many messages a fan-out round has when as many as possible are sent
 * @param underWay how many of them may be on their way at a time
 * @param rate how many messages a second a paced fan-out round sends
 * @param senders how many people post at a time
 * @param length how long a paced round and a round of posts last
 * @param rounds how many rounds of each kind; the median counts
 * @param textLength how long a message's text is, in characters
 */
record BenchPlan(
        int sockets,
        int people,
        int messages,
        int underWay,
        int rate,
        int senders,
        Duration length,
        int rounds,
        int textLength) {}
