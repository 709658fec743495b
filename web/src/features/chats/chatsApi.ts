import { putPicture } from '$features/pictures';
import type { ChatView, MemberView, Page, Role } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import { browserClock } from '$platform/realtime';

export interface NewChat {
  readonly title: string;
  readonly description: string;
}

/** The private chat with a person: the one there is, or a new one. */
export function createPrivateChat(http: HttpClient, userId: string): Promise<ChatView> {
  return http.post<ChatView>('/chats/private', { userId });
}

/** `key` makes a repeat after a lost answer find the chat of the first attempt. */
export function createGroup(
  http: HttpClient,
  chat: NewChat & { readonly memberIds: readonly string[] },
  key: string,
): Promise<ChatView> {
  return http.post<ChatView>('/chats/group', chat, { headers: { 'Idempotency-Key': key } });
}

export function createPublicChat(http: HttpClient, chat: NewChat, key: string): Promise<ChatView> {
  return http.post<ChatView>('/chats/public', chat, { headers: { 'Idempotency-Key': key } });
}

export function explore(
  http: HttpClient,
  query: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ChatView>> {
  return http.get<Page<ChatView>>('/chats/public', { query: { query, cursor, limit: 30 }, signal });
}

export function changeChat(
  http: HttpClient,
  chatId: string,
  chat: NewChat | { readonly receipts: boolean },
): Promise<ChatView> {
  return http.put<ChatView>(`/chats/${chatId}`, chat);
}

export function chooseChatPicture(
  http: HttpClient,
  chatId: string,
  mediaId: string,
  signal: AbortSignal,
): Promise<ChatView> {
  const suite = { http, clock: browserClock };
  return putPicture<ChatView>(suite, `/chats/${chatId}/picture`, mediaId, signal);
}

export function removeChatPicture(http: HttpClient, chatId: string): Promise<ChatView> {
  return http.delete<ChatView>(`/chats/${chatId}/picture`);
}

export function deleteChat(http: HttpClient, chatId: string): Promise<void> {
  return http.delete(`/chats/${chatId}`);
}

export function fetchMembers(
  http: HttpClient,
  chatId: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<MemberView>> {
  return http.get<Page<MemberView>>(`/chats/${chatId}/members`, { query: { cursor }, signal });
}

/** Adds somebody, or joins when it is me and the chat is public; with a role, changes theirs. */
export async function putMember(
  http: HttpClient,
  chatId: string,
  userId: string,
  role?: Role,
): Promise<void> {
  await http.put(`/chats/${chatId}/members/${userId}`, role === undefined ? {} : { role });
}

/** Removes somebody, or leaves when it is me. */
export function deleteMember(http: HttpClient, chatId: string, userId: string): Promise<void> {
  return http.delete(`/chats/${chatId}/members/${userId}`);
}
