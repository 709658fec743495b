import {
  withOperations,
  type Operation,
  type OutgoingFile,
  type OutgoingMessage,
} from '$features/conversations';
import type { ShownAttachment } from '$features/media';
import type { MessageView } from '$platform/api/types';

/** What a message's place in the timeline shows, whether it is in the log already or not. */
export interface MessageRow {
  readonly kind: 'message';
  /** The client's id: the same before and after the message is in the log, so the row stays in place. */
  readonly key: string;
  readonly senderId: string;
  readonly mine: boolean;
  readonly text: string;
  /** The files that come with it. */
  readonly attachments: readonly ShownAttachment[];
  readonly at: Date;
  readonly seq: number | null;
  /** The first of those its sender posted in a row. */
  readonly first: boolean;
  /** As it stands, with what I asked for done already; null while it is not in the log. */
  readonly message: MessageView | null;
  /** Null for a message in the log. */
  readonly outgoing: OutgoingMessage | null;
  /** What I asked for about it and is not in the log. */
  readonly operations: readonly Operation[];
}

export type TimelineRow =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: Date }
  | { readonly kind: 'unread'; readonly key: 'unread' };

export interface TimelineSource {
  readonly messages: readonly MessageView[];
  readonly pending: readonly OutgoingMessage[];
  readonly operations?: readonly Operation[];
  /** Files of pending messages, from where this browser has them. */
  readonly shown?: (files: readonly OutgoingFile[]) => readonly ShownAttachment[];
  readonly me: string;
  /** Messages of others after this seq were unread when the chat was opened; null for no divider. */
  readonly dividerSeq: number | null;
}

/** Messages of one sender within this time stand together. */
const TOGETHER_MS = 5 * 60_000;
const NONE: readonly Operation[] = [];
const NO_FILES: readonly ShownAttachment[] = [];

type Plain = Omit<MessageRow, 'first' | 'kind'>;

/** Messages as they stand below each other: with the days, the unread divider, and whoever speaks in a row. */
export function timelineRows(source: TimelineSource): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  let previous: Plain | null = null;
  let divided = source.dividerSeq === null;
  for (const message of plainMessages(source)) {
    const newDay = previous === null || !sameDay(previous.at, message.at);
    if (newDay) rows.push({ kind: 'day', key: `day-${dayKey(message.at)}`, at: message.at });
    const unread = !divided && !message.mine && (message.seq ?? 0) > (source.dividerSeq ?? 0);
    if (unread) {
      rows.push({ kind: 'unread', key: 'unread' });
      divided = true;
    }
    const first: boolean = newDay || unread || previous === null || !together(previous, message);
    rows.push({ ...message, kind: 'message', first });
    previous = message;
  }
  return rows;
}

function plainMessages(source: TimelineSource): Plain[] {
  const { messages, pending, operations = [], shown, me } = source;
  const byMessage = new Map<number, Operation[]>();
  for (const operation of operations) {
    const { message } = operation.change;
    byMessage.set(message, [...(byMessage.get(message) ?? []), operation]);
  }
  const inLog = messages.map((known) => {
    const asked = byMessage.get(known.seq) ?? NONE;
    const message = asked.length === 0 ? known : withOperations(known, asked, me);
    return {
      key: message.clientMessageId,
      senderId: message.senderId,
      mine: message.senderId === me,
      text: message.text,
      attachments: message.attachments ?? NO_FILES,
      at: new Date(message.postedAt),
      seq: message.seq,
      message,
      outgoing: null,
      operations: asked,
    };
  });
  const known = new Set(inLog.map((message) => message.key));
  const waiting = pending
    .filter((message) => !known.has(message.clientMessageId))
    .map((message) => ({
      key: message.clientMessageId,
      senderId: me,
      mine: true,
      text: message.text,
      attachments: shown?.(message.files) ?? NO_FILES,
      at: new Date(message.queuedAt),
      seq: null,
      message: null,
      outgoing: message,
      operations: NONE,
    }));
  return [...inLog, ...waiting];
}

function together(a: Plain, b: Plain): boolean {
  return a.senderId === b.senderId && b.at.getTime() - a.at.getTime() < TOGETHER_MS;
}

function sameDay(a: Date, b: Date): boolean {
  return dayKey(a) === dayKey(b);
}

function dayKey(date: Date): string {
  return `${String(date.getFullYear())}-${String(date.getMonth() + 1)}-${String(date.getDate())}`;
}
