const MINUTE_MS = 60_000;

/** The next whole minute: nobody means seconds, and a repeat within it means the same. */
export function wholeMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
}

/** Files that no message has are collected by media-service after 24 hours: until then with an hour to spare. */
const FILES_WAIT_MS = 23 * 3_600_000;

/** Whether files are still there when a message of then is posted. */
export function filesWaitUntil(at: Date, now: Date): boolean {
  return at.getTime() - now.getTime() <= FILES_WAIT_MS;
}
