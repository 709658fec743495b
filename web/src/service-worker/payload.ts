import { pathOfNotification } from '$platform/navigation/paths';

/** Something to be told; without words where the push says no more than that there is something. */
export interface Told {
  readonly kind: 'told';
  readonly notificationId: string | null;
  /** Of several with the same one, the newest stands for all. */
  readonly tag: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly path: string;
  readonly unread: number | null;
}

/** What was told before has been seen to elsewhere. */
export interface Settled {
  readonly kind: 'settled';
  readonly notificationIds: readonly string[];
  readonly unread: number | null;
}

/** Reads a push. What is not of the suite's making is told as something new, since the browser wants it told. */
export function readPush(text: string): Told | Settled {
  const fields = fieldsOf(text);
  const unread = numberOf(fields['unread']);
  const { settled } = fields;
  if (Array.isArray(settled)) {
    const notificationIds = settled.filter((id): id is string => typeof id === 'string');
    return { kind: 'settled', notificationIds, unread };
  }
  return {
    kind: 'told',
    notificationId: textOf(fields['notificationId']),
    tag: textOf(fields['tag']),
    title: textOf(fields['title']),
    body: textOf(fields['body']),
    path: pathOfNotification({
      kind: textOf(fields['kind']),
      byId: textOf(fields['by']),
      chatId: textOf(fields['chatId']),
      message: numberOf(fields['message']),
      thread: numberOf(fields['thread']),
    }),
    unread,
  };
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
