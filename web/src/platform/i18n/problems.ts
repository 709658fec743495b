import { NetworkError, ProblemError, slugOf, type Problem } from '$platform/http';
import type { Key } from './catalogue';
import { t } from './i18n.svelte';

type PlainKey = Extract<Key, `error.${string}`> & Exclude<Key, 'error.rate'>;

const TEXTS: Record<string, PlainKey> = {
  'validation-failed': 'error.validation',
  'malformed-request': 'error.validation',
  'invalid-credentials': 'error.credentials',
  'handle-taken': 'error.handleTaken',
  'email-taken': 'error.emailTaken',
  forbidden: 'error.forbidden',
  'chat-not-editable': 'error.forbidden',
  'not-found': 'error.notFound',
  conflict: 'error.conflict',
  'precondition-failed': 'error.conflict',
  'message-deleted': 'error.notFound',
  'version-conflict': 'error.conflict',
  'chat-without-receipts': 'error.noReceipts',
  'receipts-turned-off': 'error.receiptsTurnedOff',
  'too-many-reactions': 'error.tooManyReactions',
  'too-many-emoji': 'error.tooManyEmoji',
  'too-many-pins': 'error.tooManyPins',
  'payload-too-large': 'error.tooLarge',
  'group-full': 'error.groupFull',
  'last-owner': 'error.lastOwner',
  'password-too-common': 'error.password',
  'file-too-large': 'error.fileTooLarge',
  'picture-too-large': 'error.pictureTooLarge',
  'recording-too-long': 'error.recordingTooLong',
  'quota-exceeded': 'error.quota',
  'too-many-uploads': 'error.tooManyUploads',
  'upload-locked': 'error.uploadLocked',
  'upload-expired': 'error.uploadExpired',
  'upload-checksum-mismatch': 'error.uploadDamaged',
  'unknown-attachment': 'error.unknownFile',
  'unusable-picture': 'error.unusablePicture',
  'picture-processing': 'error.pictureProcessing',
  'time-not-understood': 'error.timeUnknown',
  'time-ambiguous': 'error.timeAmbiguous',
  'time-past': 'error.timePast',
  'time-too-far': 'error.timeTooFar',
  'time-too-often': 'error.timeTooOften',
  'too-many-reminders': 'error.tooManyReminders',
  'reminder-audience-refused': 'error.audienceRefused',
  'too-many-scheduled-messages': 'error.tooManyScheduled',
  'scheduled-message-not-waiting': 'error.scheduledNotWaiting',
  'chat-not-found': 'error.chatNotFound',
  'too-many-alerts': 'error.tooManyAlerts',
  'push-endpoint-refused': 'error.pushEndpoint',
  'too-many-translated-chats': 'error.tooManyTranslatedChats',
  'glossary-term-exists': 'error.termExists',
  'too-many-glossary-terms': 'error.tooManyTerms',
  unanswered: 'error.unanswered',
  'service-unavailable': 'error.unavailable',
};

/** What a person should know about an error, in their language. Never the server's own words. */
export function describeError(error: unknown): string {
  if (error instanceof NetworkError) return t('error.network');
  if (!(error instanceof ProblemError)) return t('error.server');
  if (error.status === 429 && error.retryAfter !== null) {
    return t('error.rate', { count: error.retryAfter });
  }
  return t(TEXTS[error.slug] ?? byStatus(error.status));
}

/** The same for a problem that came without HTTP, over the live connection. */
export function describeProblem(problem: Problem): string {
  return t(TEXTS[slugOf(problem.type)] ?? byStatus(problem.status));
}

function byStatus(status: number): PlainKey {
  if (status === 503 || status === 502 || status === 504) return 'error.unavailable';
  if (status === 429) return 'error.rateSoon';
  if (status === 404) return 'error.notFound';
  if (status === 403) return 'error.forbidden';
  if (status === 409) return 'error.conflict';
  if (status >= 400 && status < 500) return 'error.validation';
  return 'error.server';
}
