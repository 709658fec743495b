import type { ChatView, MessagePage } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PAGE = 50;

/** The newest page of a chat's messages, or the one that ends where `before` points. */
export function fetchMessages(
  http: HttpClient,
  chatId: string,
  before: string | null,
): Promise<MessagePage> {
  return http.get<MessagePage>(`/chats/${chatId}/messages`, { query: { before, limit: PAGE } });
}

/** A chat as chat-service knows it; fails with `not-found` when it is not for me to see. */
export function fetchChat(http: HttpClient, chatId: string): Promise<ChatView> {
  return http.get<ChatView>(`/chats/${chatId}`);
}
