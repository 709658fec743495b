import type { MessageView, Page } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** A message that was found. */
export interface SearchHit {
  readonly message: MessageView;
}

/** Messages of my chats that match, best first. */
export function searchMessages(
  http: HttpClient,
  query: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<SearchHit>> {
  return http.get<Page<SearchHit>>('/search/messages', {
    query: { q: query, cursor, limit: 30 },
    signal,
  });
}
