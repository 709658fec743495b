import { putPicture, type PictureSuite } from '$features/pictures';
import type { EmojiView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** All emoji of a chat, by their names. */
export async function fetchEmoji(http: HttpClient, chatId: string): Promise<readonly EmojiView[]> {
  return (await http.get<{ readonly items: readonly EmojiView[] }>(`/chats/${chatId}/emoji`)).items;
}

/** Gives a chat an emoji, or an emoji another picture: a file of mine. */
export function putEmoji(
  suite: PictureSuite,
  { chatId, name }: { readonly chatId: string; readonly name: string },
  mediaId: string,
  signal: AbortSignal,
): Promise<EmojiView> {
  return putPicture<EmojiView>(suite, `/chats/${chatId}/emoji/${name}`, mediaId, signal);
}

/** Takes an emoji away; where it stands in messages, its name is left. */
export function deleteEmoji(http: HttpClient, chatId: string, name: string): Promise<void> {
  return http.delete(`/chats/${chatId}/emoji/${name}`);
}
