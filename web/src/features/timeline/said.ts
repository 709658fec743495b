import { t } from '$platform/i18n';
import type { Said } from './timelineDesk.svelte';

/** What is said after actions that show nothing, in the language in force. */
export function said(): Said {
  return {
    copied: t('message.copied'),
    notCopied: t('message.notCopied'),
    unread: t('message.markedUnread'),
  };
}
