import type { MessagePreviews, MessageView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** What the pages say of themselves that a message leads to. */
export function fetchPreviews(
  http: HttpClient,
  { chatId, seq }: Pick<MessageView, 'chatId' | 'seq'>,
): Promise<MessagePreviews> {
  return http.get<MessagePreviews>(`/chats/${chatId}/messages/${String(seq)}/previews`);
}
