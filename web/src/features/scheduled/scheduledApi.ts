import type { Page, ScheduledMessage } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** One page has them all: at most 100 of a person wait. */
const PAGE = 100;

export interface NewScheduledMessage {
  readonly chatId: string;
  readonly text: string;
  readonly dueAt: string;
  readonly zone: string;
  readonly thread?: number;
  readonly replyTo?: number;
  /** Files of mine. */
  readonly attachments?: readonly Readonly<ScheduledMessage['attachments'][number]>[];
}

/** Those of mine in a state, of all chats. */
export async function fetchScheduled(
  http: HttpClient,
  state: ScheduledMessage['state'],
  signal: AbortSignal,
): Promise<readonly ScheduledMessage[]> {
  const query = { state, limit: PAGE };
  return (await http.get<Page<ScheduledMessage>>('/scheduled-messages', { query, signal })).items;
}

/** Has a message posted at a time; the same key never makes two. */
export function createScheduled(
  http: HttpClient,
  message: NewScheduledMessage,
  key: string,
): Promise<ScheduledMessage> {
  const headers = { 'Idempotency-Key': key };
  return http.post<ScheduledMessage>('/scheduled-messages', message, { headers });
}

export function changeScheduled(
  http: HttpClient,
  message: ScheduledMessage,
  change: Partial<{ text: string; dueAt: string; zone: string }>,
): Promise<ScheduledMessage> {
  return http.patch<ScheduledMessage>(pathOf(message), change, { headers: asKnown(message) });
}

/** Has it posted now, as it was known here. */
export function sendScheduled(
  http: HttpClient,
  message: ScheduledMessage,
): Promise<ScheduledMessage> {
  const path = `${pathOf(message)}/send`;
  return http.post<ScheduledMessage>(path, undefined, { headers: asKnown(message) });
}

export function deleteScheduled(http: HttpClient, message: ScheduledMessage): Promise<void> {
  return http.delete(pathOf(message), { headers: asKnown(message) });
}

function pathOf({ scheduledMessageId }: ScheduledMessage): string {
  return `/scheduled-messages/${scheduledMessageId}`;
}

/** Refused when it was changed elsewhere meanwhile, rather than written over. */
function asKnown({ version }: ScheduledMessage): Record<string, string> {
  return { 'If-Match': `"${String(version)}"` };
}
