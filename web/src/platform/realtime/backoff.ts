export const FIRST_CEILING_MS = 500;
export const LAST_CEILING_MS = 30_000;

/**
 * Full-jitter back-off: a wait drawn evenly from zero to a ceiling that doubles with each attempt in a row, so
 * that a thousand clients cut off at once do not come back at once. The ceiling is never below `least`, and grows
 * up to `most`.
 */
export function backoff(
  attempt: number,
  random: () => number,
  least = 0,
  most = LAST_CEILING_MS,
): number {
  const ceiling = Math.min(most, FIRST_CEILING_MS * 2 ** Math.min(attempt, 10));
  return Math.round(random() * Math.max(least, ceiling));
}
