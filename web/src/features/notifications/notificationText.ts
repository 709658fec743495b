import type { NotificationView } from '$platform/api/types';
import { t, type Key } from '$platform/i18n';

type Kind = NotificationView['kind'];

const ONE = {
  mention: 'notification.mention',
  reply: 'notification.reply',
  message: 'notification.message',
  reaction: 'notification.reaction',
  invitation: 'notification.invitation',
  'reminder-refused': 'notification.reminderRefused',
  'scheduled-message': 'notification.scheduledMessage',
  alert: 'notification.alert',
} as const satisfies Record<Exclude<Kind, 'reminder'>, Key>;

/** What a notification says has happened: "Ana mentioned you in Plaza". */
export function headline(
  { kind, count, byId, message, chatId }: NotificationView,
  name: string,
  where: string,
): string {
  if (kind === 'reminder') {
    if (byId === undefined) return t('notification.reminder');
    const toAll = chatId !== undefined && message === undefined;
    return toAll
      ? t('notification.reminderToChat', { name, where })
      : t('notification.reminderFrom', { name });
  }
  // What nobody did has no name: that they are silent.
  if (kind === 'alert' && name === '') return t('notification.alertQuiet', { where });
  if (count > 1 && kind === 'message') return t('notification.messages', { count, name, where });
  if (count > 1 && kind === 'reaction') return t('notification.reactions', { count, name, where });
  return t(ONE[kind], { name, where });
}
