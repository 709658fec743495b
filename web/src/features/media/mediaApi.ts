import type { ChatMediaView, MediaKind, MediaView, Page } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** Those of the files that I may see, in the order asked; at most a hundred. */
export async function fetchMedia(
  http: HttpClient,
  ids: readonly string[],
): Promise<readonly MediaView[]> {
  return (await http.get<Page<MediaView>>('/media', { query: { ids: ids.join(',') } })).items;
}

/** One file; fails with `media-withdrawn` when it was mine to see, and with `not-found` when it is not there for me. */
export function fetchOneMedia(
  http: HttpClient,
  mediaId: string,
  signal?: AbortSignal,
): Promise<MediaView> {
  return http.get<MediaView>(`/media/${mediaId}`, signal === undefined ? {} : { signal });
}

/** The files of a chat, those of the newest message first. */
export function fetchChatMedia(
  http: HttpClient,
  chatId: string,
  kinds: readonly MediaKind[],
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ChatMediaView>> {
  return http.get<Page<ChatMediaView>>(`/media/chats/${chatId}`, {
    query: { kind: kinds, cursor, limit: 60 },
    signal,
  });
}
