import type { MessagePage, MessageView } from '$platform/api/types';
import type { ChatLog } from './chatLog';
import { at, caughtUp, changeMessage, isAhead, messageAt, type MessageWindow } from './logMessages';
import { messageOf, replied, type PostedEntry } from './messageState';
import { hasLostReply } from './threadSummaries';

const EMPTY: MessageWindow = { messages: [], before: null, after: null, opening: true };

/** A new message in its place: the main conversation, or the thread, and then under its root. */
export function addPosted(current: ChatLog, entry: PostedEntry): ChatLog {
  const known = messageAt(current, entry.seq);
  const log = known === undefined ? withoutAhead(current, entry.seq) : current;
  const message = known ?? messageOf(entry);
  const root = message.thread ?? null;
  if (root === null) {
    return {
      ...log,
      lastMessage: (log.lastMessage?.seq ?? 0) >= message.seq ? log.lastMessage : message,
      messages: log.window === 'closed' ? log.messages : append(log.messages, message),
    };
  }
  const thread = log.threads[root];
  const threads =
    thread === undefined
      ? log.threads
      : { ...log.threads, [root]: { ...thread, messages: append(thread.messages, message) } };
  const next = { ...log, threads };
  return isAhead(log, root, entry.seq)
    ? next
    : changeMessage(next, root, (message) => replied(message, entry));
}

/** Forgets that a page has shown a message, when it is shown nowhere any more. */
function withoutAhead(log: ChatLog, seq: number): ChatLog {
  if (!log.fetchedAt.has(seq)) return log;
  const fetchedAt = new Map(log.fetchedAt);
  fetchedAt.delete(seq);
  return { ...log, fetchedAt };
}

/**
 * What a page brings, each message in the newer of its two states: the one known here, and the one of the page, which
 * is as of the log's `asOf`. Null for a page that is older than what is remembered here: it is to be fetched again.
 */
function takeIn(log: ChatLog, page: MessagePage, asOf: number, me: string): Taken | null {
  if (asOf < log.recentFrom) return null;
  let next = log;
  const fetchedAt = new Map(log.fetchedAt);
  const stale = new Set(log.staleRoots);
  const items = page.items.map((item) => {
    const known = messageAt(next, item.seq);
    const shown = known === undefined ? 0 : Math.max(log.lastSeq, fetchedAt.get(item.seq) ?? 0);
    if (known !== undefined && shown >= asOf) return known;
    if (asOf > log.lastSeq) fetchedAt.set(item.seq, asOf);
    else fetchedAt.delete(item.seq);
    if (known !== undefined) next = changeMessage(next, item.seq, () => item);
    const message = caughtUp(log, item, asOf, me);
    if (hasLostReply(log, message, asOf)) stale.add(item.seq);
    return message;
  });
  const staleRoots = stale.size === log.staleRoots.length ? log.staleRoots : [...stale];
  return { log: { ...next, fetchedAt, staleRoots }, items };
}

interface Taken {
  readonly log: ChatLog;
  readonly items: readonly MessageView[];
}

/** Begins to keep messages, before the newest page is asked for: none that comes meanwhile is lost. */
export function openWindow(log: ChatLog): ChatLog {
  if (log.window !== 'closed') return log;
  return { ...log, window: 'opening', messages: [], recent: [], recentFrom: log.lastSeq };
}

/** Adds the newest page, or one that ends where the window begins. Null when it has to be fetched again. */
export function applyPage(
  log: ChatLog,
  page: MessagePage,
  me: string,
  asOf = page.lastSeq ?? log.lastSeq,
): ChatLog | null {
  const taken = takeIn(log, page, asOf, me);
  if (taken === null) return null;
  const { items } = taken;
  return {
    ...taken.log,
    window: 'open',
    messages: merge(taken.log.messages, items),
    before: page.before ?? null,
    newestPage: log.window === 'open' ? log.newestPage : startOf(page),
    lastMessage: newer(log.lastMessage, items.at(-1) ?? null),
  };
}

/** Shows the messages around one that is far from the newest, beside the window that ends there. */
export function applyAround(
  log: ChatLog,
  page: MessagePage,
  me: string,
  asOf = page.lastSeq ?? log.lastSeq,
): ChatLog | null {
  const taken = takeIn(log, page, asOf, me);
  if (taken === null) return null;
  return joined({
    ...taken.log,
    excursion: {
      messages: taken.items,
      before: page.before ?? null,
      after: page.after ?? null,
      opening: false,
    },
  });
}

/** Extends the excursion by the page before or after it; when it comes to the window, the two become one. */
export function extendExcursion(
  log: ChatLog,
  page: MessagePage,
  direction: 'before' | 'after',
  me: string,
  asOf = page.lastSeq ?? log.lastSeq,
): ChatLog | null {
  const taken = takeIn(log, page, asOf, me);
  if (taken === null) return null;
  const { excursion } = taken.log;
  if (excursion === null) return log;
  return joined({
    ...taken.log,
    excursion: {
      ...excursion,
      messages: merge(excursion.messages, taken.items),
      [direction]: page[direction] ?? null,
    },
  });
}

function joined(log: ChatLog): ChatLog {
  const { excursion, messages } = log;
  if (excursion === null || log.window !== 'open') return log;
  const end = excursion.messages.at(-1)?.seq ?? 0;
  const meets = excursion.after === null || end >= (messages[0]?.seq ?? Infinity);
  if (!meets) return log;
  const all = merge(messages, excursion.messages);
  const reachesFurther = (excursion.messages[0]?.seq ?? Infinity) <= (messages[0]?.seq ?? Infinity);
  const before = reachesFurther ? excursion.before : log.before;
  return { ...log, excursion: null, messages: all, before };
}

export function leaveExcursion(log: ChatLog): ChatLog {
  return log.excursion === null ? log : { ...log, excursion: null };
}

/** Begins to keep the messages of a thread. */
export function openThread(log: ChatLog, root: number): ChatLog {
  if (log.threads[root] !== undefined) return log;
  return { ...log, threads: { ...log.threads, [root]: EMPTY } };
}

export function closeThread(log: ChatLog, root: number): ChatLog {
  return {
    ...log,
    threads: Object.fromEntries(
      Object.entries(log.threads).filter(([key]) => Number(key) !== root),
    ),
  };
}

/** Adds the newest page of a thread, or one that ends where its window begins. */
export function applyThreadPage(
  log: ChatLog,
  root: number,
  page: MessagePage,
  me: string,
  asOf = page.lastSeq ?? log.lastSeq,
): ChatLog | null {
  const taken = takeIn(log, page, asOf, me);
  if (taken === null) return null;
  const thread = taken.log.threads[root];
  if (thread === undefined) return log;
  const messages = merge(thread.messages, taken.items);
  const window = { messages, before: page.before ?? null, after: null, opening: false };
  return { ...taken.log, threads: { ...taken.log.threads, [root]: window } };
}

export function startOf({
  items,
  before,
}: Pick<MessagePage, 'items' | 'before'>): ChatLog['newestPage'] {
  return { fromSeq: items[0]?.seq ?? 0, before: before ?? null };
}

export function newer(a: MessageView | null, b: MessageView | null): MessageView | null {
  if (a === null || b === null) return a ?? b;
  return b.seq >= a.seq ? b : a;
}

/** Both lists in one, ascending, each seq once; where both have it, as in the second. */
function merge(
  known: readonly MessageView[],
  more: readonly MessageView[],
): readonly MessageView[] {
  const first = more[0];
  const last = known.at(-1);
  if (first === undefined) return known;
  if (last === undefined || first.seq > last.seq) return [...known, ...more];
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of more) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** A message posted live; one that a page has brought before stays as it is. */
function append(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  return at(messages, message.seq) === undefined ? merge(messages, [message]) : messages;
}
