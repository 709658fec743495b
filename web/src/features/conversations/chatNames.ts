import type { PersonView } from '$platform/api/types';
import { t } from '$platform/i18n';
import type { ChatLog } from './chatLog';

interface People {
  person(id: string): PersonView | undefined;
}

type Named = Pick<ChatLog, 'kind' | 'title' | 'memberIds'>;

/** The other person of a private chat, from my side. */
export function partnerOf(chat: Named, me: string): string | null {
  if (chat.kind !== 'private') return null;
  return chat.memberIds.find((id) => id !== me) ?? null;
}

/** What a chat is called for me: its title, or the name of the other person. */
export function nameOf(chat: Named, me: string, people: People): string {
  const partner = partnerOf(chat, me);
  if (partner !== null) return people.person(partner)?.displayName ?? '…';
  return chat.title ?? t('chats.unknown');
}
