import type { MessageView } from '$platform/api/types';
import type { ChatLog } from './chatLog';
import { changed, replied, type MessageEntry } from './messageState';

/** Messages without holes between them, ascending by seq. */
export interface MessageWindow {
  readonly messages: readonly MessageView[];
  /** Where the page before the window begins; null when the window reaches the beginning. */
  readonly before: string | null;
  /** Where the page after it begins; null when the window reaches the newest. */
  readonly after: string | null;
  /** Live messages are kept, while the newest page is on its way. */
  readonly opening: boolean;
}

/** The message of a seq, wherever it is shown. */
export function messageAt(log: ChatLog, seq: number): MessageView | undefined {
  return (
    at(log.messages, seq) ??
    (log.excursion === null ? undefined : at(log.excursion.messages, seq)) ??
    firstOf(Object.values(log.threads), (thread) => at(thread.messages, seq)) ??
    (log.lastMessage?.seq === seq ? log.lastMessage : undefined)
  );
}

/** Puts a changed state of a message everywhere it is shown. */
export function changeMessage(
  log: ChatLog,
  seq: number,
  change: (message: MessageView) => MessageView,
): ChatLog {
  const messages = mapAt(log.messages, seq, change);
  const excursion = log.excursion === null ? null : mapWindow(log.excursion, seq, change);
  const threads = mapThreads(log, (thread) => mapWindow(thread, seq, change));
  const { lastMessage } = log;
  const last = lastMessage?.seq === seq ? (at(messages, seq) ?? change(lastMessage)) : lastMessage;
  return { ...log, messages, excursion, threads, lastMessage: last };
}

/** Whether a page has shown a message in a state that the entry of this seq is in already. */
export function isAhead(log: ChatLog, message: number, entrySeq: number): boolean {
  return (log.fetchedAt.get(message) ?? 0) >= entrySeq;
}

/** A fetched message with the entries that came while it was on its way. */
export function caughtUp(log: ChatLog, item: MessageView, asOf: number, me: string): MessageView {
  let message = item;
  for (const entry of log.recent) {
    if (entry.seq <= asOf) continue;
    if (entry.type === 'message.posted') {
      if (entry.thread === message.seq) message = replied(message, entry);
    } else if (entry.message === message.seq) {
      message = changed(message, entry, me);
    }
  }
  return message;
}

/** The entry's change, for the message it is about. */
export function byEntry(entry: MessageEntry, me: string): (message: MessageView) => MessageView {
  return (message) => changed(message, entry, me);
}

function mapThreads(
  log: ChatLog,
  change: (thread: MessageWindow) => MessageWindow,
): ChatLog['threads'] {
  const entries = Object.entries(log.threads);
  if (entries.length === 0) return log.threads;
  return Object.fromEntries(entries.map(([root, thread]) => [root, change(thread)]));
}

function mapWindow(
  window: MessageWindow,
  seq: number,
  change: (message: MessageView) => MessageView,
): MessageWindow {
  const messages = mapAt(window.messages, seq, change);
  return messages === window.messages ? window : { ...window, messages };
}

function mapAt(
  messages: readonly MessageView[],
  seq: number,
  change: (message: MessageView) => MessageView,
): readonly MessageView[] {
  const index = indexOf(messages, seq);
  const message = messages[index];
  if (message?.seq !== seq) return messages;
  const next = change(message);
  return next === message ? messages : messages.with(index, next);
}

export function at(messages: readonly MessageView[], seq: number): MessageView | undefined {
  const message = messages[indexOf(messages, seq)];
  return message?.seq === seq ? message : undefined;
}

/** Where a seq stands, or would stand. */
function indexOf(messages: readonly MessageView[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? Infinity) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstOf<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
