import type { Level, NotificationView, Page, UnreadView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PAGE = 30;

/** A page of my inbox, the newest first. */
export function fetchNotifications(
  http: HttpClient,
  onlyUnread: boolean,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<NotificationView>> {
  const query = { unread: String(onlyUnread), cursor, limit: PAGE };
  return http.get<Page<NotificationView>>('/notifications', { query, signal });
}

export function fetchUnread(http: HttpClient): Promise<UnreadView> {
  return http.get<UnreadView>('/notifications/unread');
}

/** Marks some of my notifications as read, or all of them. */
export function readNotifications(
  http: HttpClient,
  which: { readonly ids: readonly string[] } | { readonly all: true },
): Promise<UnreadView> {
  return http.post<UnreadView>('/notifications/read', which);
}

/** Of what I am told in a chat. */
export async function fetchLevel(http: HttpClient, chatId: string): Promise<Level> {
  return (await http.get<{ level: Level }>(pathOfLevel(chatId))).level;
}

export async function putLevel(http: HttpClient, chatId: string, level: Level): Promise<Level> {
  return (await http.put<{ level: Level }>(pathOfLevel(chatId), { level })).level;
}

function pathOfLevel(chatId: string): string {
  return `/notifications/chats/${chatId}`;
}
