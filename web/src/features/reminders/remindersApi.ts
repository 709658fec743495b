import type { Audience, Page, ReadingView, ReminderView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import { ownZone } from '$platform/zone';

const PAGE = 50;

/** When: once, or again and again. */
export type When =
  { readonly dueAt: string } | { readonly recurrence: NonNullable<ReminderView['recurrence']> };

export type NewReminder = When & {
  readonly text: string;
  readonly zone: string;
  readonly chatId?: string;
  readonly message?: number;
  /** Absent is myself. */
  readonly audience?: Audience;
};

export { ownZone };

/** Those that are still to come or to be seen to first, a page of them. */
export function fetchReminders(
  http: HttpClient,
  state: ReminderView['state'],
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ReminderView>> {
  return http.get<Page<ReminderView>>('/reminders', {
    query: { state, cursor, limit: PAGE },
    signal,
  });
}

/** What a sentence says of what and when; fails with a problem that says why it can not be read. */
export function readSentence(
  http: HttpClient,
  sentence: string,
  language: string,
  signal: AbortSignal,
): Promise<ReadingView> {
  const body = { sentence, language, zone: ownZone() };
  return http.post<ReadingView>('/reminders/readings', body, { signal });
}

/** Makes a reminder; the same key never makes two. */
export function createReminder(
  http: HttpClient,
  reminder: NewReminder,
  key: string,
): Promise<ReminderView> {
  return http.post<ReminderView>('/reminders', reminder, { headers: { 'Idempotency-Key': key } });
}

export function changeReminder(
  http: HttpClient,
  { id, version }: ReminderView,
  change: Partial<{ text: string; dueAt: string }>,
): Promise<ReminderView> {
  const headers = { 'If-Match': `"${String(version)}"` };
  return http.patch<ReminderView>(`/reminders/${id}`, change, { headers });
}

export function snoozeReminder(http: HttpClient, id: string, until: Date): Promise<ReminderView> {
  return http.post<ReminderView>(`/reminders/${id}/snooze`, { until: until.toISOString() });
}

export function skipReminder(http: HttpClient, id: string): Promise<ReminderView> {
  return http.post<ReminderView>(`/reminders/${id}/skip`);
}

export function completeReminder(http: HttpClient, id: string): Promise<ReminderView> {
  return http.post<ReminderView>(`/reminders/${id}/complete`);
}

export function deleteReminder(http: HttpClient, id: string): Promise<void> {
  return http.delete(`/reminders/${id}`);
}
