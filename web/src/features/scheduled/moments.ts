const MINUTE_MS = 60_000;

/** The next whole minute: nobody means seconds, and a repeat within it means the same. */
export function wholeMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
}
