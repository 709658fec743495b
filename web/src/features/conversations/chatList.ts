import { timeOfUuid } from '$platform/uuid';
import type { ChatLog } from './chatLog';
import type { OutgoingMessage } from './outbox';

/** When something last happened in a chat, in milliseconds since 1970; of a silent one, when it was made. */
export function lastActivity(chat: ChatLog, pending: readonly OutgoingMessage[]): number {
  const said =
    chat.lastMessage === null ? timeOfUuid(chat.chatId) : Date.parse(chat.lastMessage.postedAt);
  return Math.max(said, ...pending.map((message) => message.queuedAt));
}

/** Chats by what happened last, newest first. */
export function byActivity(
  chats: Iterable<ChatLog>,
  pendingOf: (chatId: string) => readonly OutgoingMessage[],
): readonly ChatLog[] {
  const dated = [...chats].map((chat) => ({
    chat,
    at: lastActivity(chat, pendingOf(chat.chatId)),
  }));
  return dated.sort((a, b) => b.at - a.at).map(({ chat }) => chat);
}

/** Letters without case and accents, so that "anos" finds "Años". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
