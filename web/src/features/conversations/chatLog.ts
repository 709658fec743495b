import type { ChatKind, MessagePage, MessageView } from '$platform/api/types';
import type { ChatSummary, LogEntry, SnapshotFrame } from '$platform/realtime';

/**
 * What this client knows of one chat: the outcome of its log up to `lastSeq`, and a window of messages without
 * holes that ends at the newest.
 */
export interface ChatLog {
  readonly chatId: string;
  readonly kind: ChatKind;
  readonly title: string | null;
  /** Both people of a private chat; empty for the other kinds, whose members are asked for when needed. */
  readonly memberIds: readonly string[];
  /** Every entry up to this one is applied, and none after it. */
  readonly lastSeq: number;
  readonly readSeq: number;
  readonly unread: number;
  /** The server's count of unread messages covers the entries up to this one. */
  readonly countedSeq: number;
  readonly lastMessage: MessageView | null;
  /** `closed`: no messages are kept. `opening`: live ones are, while the newest page is on its way. */
  readonly window: 'closed' | 'opening' | 'open';
  /** Ascending by seq. */
  readonly messages: readonly MessageView[];
  /** Where the page before the window begins; null when the window reaches the beginning. */
  readonly before: string | null;
  /** Where the page that opened the window begins, and where the one before it does. */
  readonly newestPage: { readonly fromSeq: number; readonly before: string | null } | null;
  /** Entries that came before their turn. */
  readonly ahead: readonly LogEntry[];
}

/** More entries than this ahead of their turn are dropped: the resume brings them anyway. */
const MAX_AHEAD = 500;

/** A chat as the server sums it up, with no messages but the last. */
export function fromSummary(summary: ChatSummary): ChatLog {
  return {
    chatId: summary.chatId,
    kind: summary.kind,
    title: summary.title ?? null,
    memberIds: summary.memberIds ?? [],
    lastSeq: summary.lastSeq,
    readSeq: summary.readSeq,
    unread: summary.unread,
    countedSeq: summary.lastSeq,
    lastMessage: summary.lastMessage ?? null,
    window: 'closed',
    messages: [],
    before: null,
    newestPage: null,
    ahead: [],
  };
}

/**
 * Brings a known chat in step with a newer summary. A chat with a window keeps its own position, so that the
 * entries in between can be asked for; one without simply takes the server's. So does one that is ahead of the
 * server, which then is not the server it was: restored from a backup.
 */
export function withSummary(log: ChatLog, summary: ChatSummary): ChatLog {
  const fresh = fromSummary(summary);
  const readAhead = log.readSeq > summary.readSeq;
  const merged: ChatLog = {
    ...fresh,
    readSeq: Math.max(log.readSeq, summary.readSeq),
    unread: readAhead && log.readSeq >= summary.lastSeq ? 0 : summary.unread,
    lastMessage: newer(log.lastMessage, fresh.lastMessage),
  };
  if (log.window === 'closed' || log.lastSeq > summary.lastSeq) return merged;
  const { lastSeq, window, messages, before, newestPage, ahead } = log;
  return { ...merged, lastSeq, window, messages, before, newestPage, ahead };
}

export interface Applied {
  readonly log: ChatLog;
  /** Entries are missing before the ones at hand: resume after `log.lastSeq`. */
  readonly gap: boolean;
}

/** Applies an entry in its turn: drops one that is known, keeps one that came too early until its turn. */
export function applyEntry(log: ChatLog, entry: LogEntry, me: string): Applied {
  if (entry.seq <= log.lastSeq) return { log, gap: log.ahead.length > 0 };
  if (entry.seq > log.lastSeq + 1) {
    const known = log.ahead.some((one) => one.seq === entry.seq);
    const ahead = known || log.ahead.length >= MAX_AHEAD ? log.ahead : [...log.ahead, entry];
    return { log: { ...log, ahead }, gap: true };
  }
  let next = reduce(log, entry, me);
  for (let waiting = following(next); waiting !== undefined; waiting = following(next)) {
    next = reduce(next, waiting, me);
  }
  const ahead = next.ahead.filter((one) => one.seq > next.lastSeq);
  return {
    log: ahead.length === next.ahead.length ? next : { ...next, ahead },
    gap: ahead.length > 0,
  };
}

function following(log: ChatLog): LogEntry | undefined {
  return log.ahead.find((one) => one.seq === log.lastSeq + 1);
}

function reduce(log: ChatLog, entry: LogEntry, me: string): ChatLog {
  const next = { ...log, lastSeq: entry.seq };
  switch (entry.type) {
    case 'message.posted':
      return posted(next, messageOf(entry), me);
    case 'chat.opened':
      return { ...next, kind: entry.kind, title: entry.title ?? null };
    case 'chat.revised':
      return { ...next, title: entry.title ?? null };
    case 'member.joined':
    case 'member.left':
    case 'member.role-set':
    case 'chat.closed':
      return next;
    default:
      // A kind of entry a newer server writes: it has its place in the log, and nothing to show here.
      return next;
  }
}

function posted(log: ChatLog, message: MessageView, me: string): ChatLog {
  const counts =
    message.seq > log.countedSeq && message.seq > log.readSeq && message.senderId !== me;
  return {
    ...log,
    unread: counts ? log.unread + 1 : log.unread,
    lastMessage: newer(log.lastMessage, message),
    messages: log.window === 'closed' ? log.messages : merge(log.messages, [message]),
  };
}

/** Begins to keep messages, before the newest page is asked for: none that comes meanwhile is lost. */
export function openWindow(log: ChatLog): ChatLog {
  return log.window === 'closed' ? { ...log, window: 'opening', messages: [] } : log;
}

/** Lets go of the messages and begins anew at a seq, where entry by entry is not to be had. */
export function closedAt(log: ChatLog, lastSeq: number): ChatLog {
  return {
    ...log,
    lastSeq,
    window: 'closed',
    messages: [],
    before: null,
    newestPage: null,
    ahead: [],
  };
}

/** Adds the newest page, or one that ends where the window begins. */
export function applyPage(log: ChatLog, page: MessagePage): ChatLog {
  return {
    ...log,
    window: 'open',
    messages: merge(log.messages, page.items),
    before: page.before ?? null,
    newestPage: log.window === 'open' ? log.newestPage : startOf(page),
    lastMessage: newer(log.lastMessage, page.items.at(-1) ?? null),
  };
}

/** Replaces the window by the server's newest page, when too much was missed to catch up entry by entry. */
export function applySnapshot(log: ChatLog, snapshot: SnapshotFrame): ChatLog {
  if (snapshot.lastSeq < log.lastSeq) return log;
  return {
    ...log,
    kind: snapshot.chat.kind,
    title: snapshot.chat.title ?? null,
    memberIds: snapshot.chat.memberIds ?? log.memberIds,
    lastSeq: snapshot.lastSeq,
    readSeq: Math.max(log.readSeq, snapshot.readSeq),
    window: 'open',
    messages: snapshot.messages,
    before: snapshot.before ?? null,
    newestPage: startOf({ items: snapshot.messages, before: snapshot.before ?? null }),
    lastMessage: newer(log.lastMessage, snapshot.messages.at(-1) ?? null),
    ahead: log.ahead.filter((entry) => entry.seq > snapshot.lastSeq),
  };
}

/**
 * Moves the read marker forward, never back. With everything at hand read, what comes later counts itself;
 * else the server's count holds for what is applied here.
 */
export function applyRead(log: ChatLog, readSeq: number, unread: number): ChatLog {
  if (readSeq < log.readSeq) return log;
  if (readSeq >= log.lastSeq) return { ...log, readSeq, unread: 0, countedSeq: readSeq };
  return { ...log, readSeq, unread, countedSeq: log.lastSeq };
}

/** How many messages of others in the window come after a seq. */
export function unreadAfter(log: ChatLog, seq: number, me: string): number {
  return log.messages.filter((message) => message.seq > seq && message.senderId !== me).length;
}

function messageOf(entry: Extract<LogEntry, { type: 'message.posted' }>): MessageView {
  const { messageId, chatId, seq, senderId, clientMessageId, text, postedAt } = entry;
  return { id: messageId, chatId, seq, senderId, clientMessageId, text, postedAt };
}

function startOf({ items, before }: Pick<MessagePage, 'items' | 'before'>): ChatLog['newestPage'] {
  return { fromSeq: items[0]?.seq ?? 0, before: before ?? null };
}

function newer(a: MessageView | null, b: MessageView | null): MessageView | null {
  if (a === null || b === null) return a ?? b;
  return b.seq > a.seq ? b : a;
}

/** Both lists in one, ascending, each seq once. */
function merge(
  known: readonly MessageView[],
  more: readonly MessageView[],
): readonly MessageView[] {
  const first = more[0];
  const last = known.at(-1);
  if (first === undefined) return known;
  if (last === undefined || first.seq > last.seq) return [...known, ...more];
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of more) if (!bySeq.has(message.seq)) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
