import type { Marker, MessageView } from '$platform/api/types';
import type { LogEntry } from '$platform/realtime';
import { calls, isDeleted, type MessageEntry } from './messageState';

type Edited = Extract<LogEntry, { readonly type: 'message.edited' }>;

/**
 * What is unread in the main conversation of a chat: the server's count up to one entry, and each message after it.
 * A count is never added to twice: entries the server has counted in change nothing.
 */
export interface UnreadCount {
  /** Messages of others after the marker, up to `countedSeq`; and those of them that call me. */
  readonly base: number;
  readonly baseMentions: number;
  readonly countedSeq: number;
  /** Messages of others after `countedSeq`. */
  readonly later: readonly { readonly seq: number; readonly mention: boolean }[];
  /** Something in the server's count has changed that is not at hand here: it has to be asked for again. */
  readonly stale: boolean;
}

/** More messages than this are not kept one by one; the server does not count further either. */
const MOST_LATER = 1_000;

export function countedBy(countedSeq: number, unread: number, mentions: number): UnreadCount {
  return { base: unread, baseMentions: mentions, countedSeq, later: [], stale: false };
}

export function unreadOf(count: UnreadCount): number {
  return count.base + count.later.length;
}

export function mentionsOf(count: UnreadCount): number {
  return count.baseMentions + count.later.filter(({ mention }) => mention).length;
}

/** Below zero when `a` is the older marker. */
export function compareMarkers(a: Marker, b: Marker): number {
  return a.generation - b.generation || a.readSeq - b.readSeq;
}

/** Whether a message is one of those that are counted when they are after the marker. */
export function counts(message: MessageView, me: string): boolean {
  return message.senderId !== me && (message.thread ?? null) === null && !isDeleted(message);
}

export function withPosted(
  count: UnreadCount,
  message: MessageView,
  readSeq: number,
  me: string,
): UnreadCount {
  if (message.seq <= count.countedSeq || message.seq <= readSeq || !counts(message, me)) {
    return count;
  }
  const later = [...count.later, { seq: message.seq, mention: calls(message, me) }];
  return later.length > MOST_LATER
    ? { ...count, later: later.slice(1), stale: true }
    : { ...count, later };
}

/** After an edit or a deletion; `before` is the message as it was, when it is known. */
export function withChange(
  count: UnreadCount,
  entry: MessageEntry,
  before: MessageView | undefined,
  after: MessageView | undefined,
  readSeq: number,
  me: string,
): UnreadCount {
  if (entry.type !== 'message.edited' && entry.type !== 'message.deleted') return count;
  if (entry.seq <= count.countedSeq || entry.message <= readSeq) return count;
  if (entry.message > count.countedSeq) return changeLater(count, entry, me);
  if (before === undefined || after === undefined) {
    return entry.by === me && entry.type === 'message.edited' ? count : { ...count, stale: true };
  }
  if (before === after) return isDeleted(before) ? { ...count, stale: true } : count;
  const step = (was: boolean, is: boolean) => Number(is) - Number(was);
  const counted = counts(before, me);
  const counting = counts(after, me);
  return {
    ...count,
    base: count.base + step(counted, counting),
    baseMentions:
      count.baseMentions + step(counted && calls(before, me), counting && calls(after, me)),
  };
}

function changeLater(
  count: UnreadCount,
  entry: Edited | Exclude<MessageEntry, Edited>,
  me: string,
): UnreadCount {
  if (!count.later.some(({ seq }) => seq === entry.message)) return count;
  const later =
    entry.type === 'message.edited'
      ? count.later.map((one) =>
          one.seq === entry.message ? { seq: one.seq, mention: calls(entry, me) } : one,
        )
      : count.later.filter(({ seq }) => seq !== entry.message);
  return { ...count, later };
}
