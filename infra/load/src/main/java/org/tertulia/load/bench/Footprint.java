package org.tertulia.load.bench;

/**
 * The memory of a process.
 *
 * @param resident what of it is in the machine's memory, in bytes
 * @param heap what its objects take, in bytes
 */
record Footprint(long resident, long heap) {}
