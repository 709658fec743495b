import { byActivity, nameOf, type Conversations } from '$features/conversations';
import type { Directory } from '$features/people';
import type { ReminderView } from '$platform/api/types';
import { t } from '$platform/i18n';
import type { NamedChat } from './audience';

/** The chats that a reminder can be for: those of several people. Whether I may call everybody there, the suite decides. */
export function callableChats(
  conversations: Conversations,
  directory: Directory,
): readonly NamedChat[] {
  return byActivity(conversations.chats.values(), () => [])
    .filter(({ kind }) => kind !== 'private')
    .map((chat) => ({
      chatId: chat.chatId,
      name: nameOf(chat, conversations.me, directory),
    }));
}

/** "For Ana"; null for a reminder for oneself. */
export function forWhom(
  { audience }: ReminderView,
  conversations: Conversations,
  directory: Directory,
): string | null {
  const userId = audience?.userId;
  if (audience?.kind === 'person' && userId !== undefined) {
    const name = directory.person(userId)?.displayName ?? t('people.unknown');
    return t('audience.forPerson', { name });
  }
  const chatId = audience?.chatId;
  if (audience?.kind !== 'chat' || chatId === undefined) return null;
  const chat = conversations.chats.get(chatId);
  const name = chat === undefined ? t('chats.unknown') : nameOf(chat, conversations.me, directory);
  return t('audience.forChat', { name });
}
