import { backoff, LAST_CEILING_MS } from './backoff';

/** Within what time a client comes back that has lost its connection. */
export interface ReconnectWithin {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Whatever the server says, nobody waits longer than this for the next attempt. */
export const MOST_WAIT_MS = 60_000;
/** How much later than the browser's word that the network is there again: all of a house come back together. */
export const ONLINE_WITHIN_MS = 300;

/**
 * When to come back after a connection has ended. What the server has said counts for the first attempt; each that
 * fails draws from a longer time, never a shorter one than the server's.
 */
export class Comeback {
  readonly #random: () => number;
  #within: ReconnectWithin | null = null;
  #told: number | null = null;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** The server has said hello. */
  greeted(within: ReconnectWithin | undefined): void {
    this.#within = within === undefined ? null : sane(within);
    this.#told = null;
  }

  /** The server closes the connection, and says when to come back. */
  told(afterMs: number): void {
    this.#told = bounded(afterMs);
  }

  /**
   * How long to wait, after so many attempts in a row that have failed.
   *
   * @param long the server asked for room
   */
  wait(failures: number, long: boolean): number {
    const told = this.#told;
    this.#told = null;
    if (long) return Math.max(backoff(10, this.#random), LAST_CEILING_MS / 2);
    if (failures === 0) return told ?? this.#first();
    const again = backoff(failures, this.#random, this.#within?.maxMs);
    return Math.max(told ?? this.#within?.minMs ?? 0, again);
  }

  /** How long to wait when the network of this browser is there again. */
  online(): number {
    return Math.round(this.#random() * ONLINE_WITHIN_MS);
  }

  #first(): number {
    if (this.#within === null) return backoff(0, this.#random);
    const { minMs, maxMs } = this.#within;
    return Math.round(minMs + this.#random() * (maxMs - minMs));
  }
}

function sane({ minMs, maxMs }: ReconnectWithin): ReconnectWithin {
  const min = bounded(minMs);
  return { minMs: min, maxMs: Math.max(min, bounded(maxMs)) };
}

function bounded(ms: number): number {
  return Number.isFinite(ms) ? Math.min(MOST_WAIT_MS, Math.max(0, ms)) : MOST_WAIT_MS;
}
