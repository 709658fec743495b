import { backoff, type RealtimeClock } from '$platform/realtime';

/** What was not answered is asked for again after this at the soonest, some five seconds at first. */
const LEAST_MS = 2_500;
const FIRST_MS = 5_000;
/** However long nobody answers, it is tried again within this. */
const LAST_MS = 300_000;

/** Before what failed so many times in a row is tried again: longer each time, and not by everybody at once. */
export function restAfter(failures: number, clock: Pick<RealtimeClock, 'random'>): number {
  return LEAST_MS + backoff(failures, () => clock.random(), FIRST_MS, LAST_MS - LEAST_MS);
}
