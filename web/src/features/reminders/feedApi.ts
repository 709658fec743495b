import type { CalendarFeed } from '$platform/api/types';
import { ProblemError, type HttpClient } from '$platform/http';

const PATH = '/reminders/feed';

/** When my feed was made; null when there is none. Its address is told once only, when it is made. */
export async function fetchFeed(
  http: HttpClient,
  signal: AbortSignal,
): Promise<CalendarFeed | null> {
  try {
    return await http.get<CalendarFeed>(PATH, { signal });
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}

/** Makes a feed under a new address; the one before is no good any more. */
export function makeFeed(http: HttpClient): Promise<CalendarFeed> {
  return http.post<CalendarFeed>(PATH);
}

export function removeFeed(http: HttpClient): Promise<void> {
  return http.delete(PATH);
}
