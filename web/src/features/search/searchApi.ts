import type { FoundMessage, Page } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** Messages of my chats that match, best first. */
export function searchMessages(
  http: HttpClient,
  query: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<FoundMessage>> {
  return http.get<Page<FoundMessage>>('/search/messages', {
    query: { q: query, cursor, limit: 30 },
    signal,
  });
}
