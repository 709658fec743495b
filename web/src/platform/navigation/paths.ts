// Nothing here needs a page: the service worker uses it too.

export function pathOfChat(chatId: string): string {
  return `/chats/${chatId}`;
}

export function pathOfMessage(chatId: string, seq: number): string {
  return `${pathOfChat(chatId)}/messages/${String(seq)}`;
}

export function pathOfThread(chatId: string, root: number): string {
  return `${pathOfChat(chatId)}/threads/${String(root)}`;
}

/** What a notification is about, as far as that says where to go. */
export interface About {
  readonly kind?: string | null | undefined;
  readonly byId?: string | null | undefined;
  readonly chatId?: string | null | undefined;
  readonly message?: number | null | undefined;
  readonly thread?: number | null | undefined;
}

/** The place that a notification is about; the inbox when it does not say. */
export function pathOfNotification(about: About): string {
  const { kind, byId = null, chatId = null, message = null, thread = null } = about;
  // Its chat may be closed to me by now, which may be why it was refused.
  if (kind === 'scheduled-message') return '/scheduled';
  if (kind === 'reminder-refused') return '/reminders';
  if (chatId === null)
    return kind === 'reminder' && byId === null ? '/reminders' : '/notifications';
  if (message === null) return pathOfChat(chatId);
  return thread === null ? pathOfMessage(chatId, message) : pathOfThread(chatId, thread);
}
