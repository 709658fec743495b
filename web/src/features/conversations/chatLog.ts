import type { ChatKind, Marker, MessageView } from '$platform/api/types';
import type { ChatSummary, LogEntry, SnapshotFrame } from '$platform/realtime';
import { byEntry, changeMessage, isAhead, messageAt, type MessageWindow } from './logMessages';
import { addPosted, newer, startOf } from './logWindows';
import { calls, messageOf, type MessageEntry, type PostedEntry } from './messageState';
import { rootsOf } from './threadSummaries';
import {
  compareMarkers,
  countedBy,
  counts,
  mentionsOf,
  unreadOf,
  withChange,
  withPosted,
  type UnreadCount,
} from './unreadCount';

/**
 * What this client knows of one chat: the outcome of its log up to `lastSeq`, and a window of messages of the main
 * conversation without holes that ends at the newest. Beside it, windows of threads and one around a message
 * somebody went to.
 */
export interface ChatLog {
  readonly chatId: string;
  readonly kind: ChatKind;
  readonly title: string | null;
  /** The file that is its picture; null when it has none. A private chat shows the other person's. */
  readonly pictureId: string | null;
  /** Both people of a private chat; empty for the other kinds, whose members are asked for when needed. */
  readonly memberIds: readonly string[];
  /** Whether the members see how far the others have read. */
  readonly receipts: boolean;
  /** Every entry up to this one is applied, and none after it. */
  readonly lastSeq: number;
  /**
   * The last entry that changed the chat's own emoji, or one behind which it may be: what was known of them before it
   * is to be asked for again.
   */
  readonly emojiSeq: number;
  /** My marker: what is after it is unread. */
  readonly readSeq: number;
  readonly generation: number;
  readonly unread: number;
  /** Unread messages that call me. */
  readonly mentions: number;
  readonly count: UnreadCount;
  /** How many of the threads I follow have something unread, as the server counted last. */
  readonly threadsUnread: number;
  /** The newest message of the main conversation. */
  readonly lastMessage: MessageView | null;
  /** `closed`: no messages are kept. `opening`: live ones are, while the newest page is on its way. */
  readonly window: 'closed' | 'opening' | 'open';
  /** Ascending by seq. */
  readonly messages: readonly MessageView[];
  /** Where the page before the window begins; null when the window reaches the beginning. */
  readonly before: string | null;
  /** Where the page that opened the window begins, and where the one before it does. */
  readonly newestPage: { readonly fromSeq: number; readonly before: string | null } | null;
  /** Messages around one that is far from the newest; null when nobody went there. */
  readonly excursion: MessageWindow | null;
  /** The threads that are open, by the seq of their root. */
  readonly threads: Readonly<Record<number, MessageWindow>>;
  /** Messages whose thread lost a reply that is not at hand: what is summed up of it has to be asked for again. */
  readonly staleRoots: readonly number[];
  /** Entries that came before their turn. */
  readonly ahead: readonly LogEntry[];
  /** The last entries about messages, and the one after which none is missing: pages are brought up to date by them. */
  readonly recent: readonly (PostedEntry | MessageEntry)[];
  readonly recentFrom: number;
  /** Messages that a page has shown in a state this log has not come to, by the seq of that state. */
  readonly fetchedAt: ReadonlyMap<number, number>;
}

/** More entries than this ahead of their turn are dropped: the resume brings them anyway. */
const MAX_AHEAD = 500;
/** A page that is more entries behind than this is fetched again. */
const MOST_RECENT = 200;

/** A chat as the server sums it up, with no messages but the last. */
export function fromSummary(summary: ChatSummary): ChatLog {
  return counted(
    {
      chatId: summary.chatId,
      kind: summary.kind,
      title: summary.title ?? null,
      pictureId: summary.pictureId ?? null,
      memberIds: summary.memberIds ?? [],
      receipts: summary.receipts ?? false,
      lastSeq: summary.lastSeq,
      emojiSeq: summary.lastSeq,
      ...markerOf(summary),
      unread: 0,
      mentions: 0,
      count: countedBy(0, 0, 0),
      threadsUnread: summary.threadsUnread ?? 0,
      lastMessage: summary.lastMessage ?? null,
      window: 'closed',
      messages: [],
      before: null,
      newestPage: null,
      excursion: null,
      threads: {},
      staleRoots: [],
      ahead: [],
      recent: [],
      recentFrom: summary.lastSeq,
      fetchedAt: new Map(),
    },
    countedBy(summary.lastSeq, summary.unread, summary.mentions ?? 0),
  );
}

function markerOf(summary: ChatSummary): Marker {
  return summary.marker ?? { generation: 0, readSeq: summary.readSeq };
}

function counted(log: ChatLog, count: UnreadCount): ChatLog {
  return { ...log, count, unread: unreadOf(count), mentions: mentionsOf(count) };
}

/**
 * Brings a known chat in step with a newer summary. A chat with a window keeps its own position, so that the
 * entries in between can be asked for; one without simply takes the server's. So does one that is ahead of the
 * server, which then is not the server it was: restored from a backup.
 */
export function withSummary(log: ChatLog, summary: ChatSummary): ChatLog {
  const fresh = fromSummary(summary);
  const merged = { ...keepMarker(fresh, log), emojiSeq: emojiSeqAt(log, summary.lastSeq) };
  if (log.window === 'closed' || log.lastSeq > summary.lastSeq) return merged;
  const { lastSeq, window, messages, before, newestPage, excursion, threads, ahead } = log;
  const { recent, recentFrom, fetchedAt, staleRoots } = log;
  const kept: ChatLog = {
    ...merged,
    ...{ lastSeq, window, messages, before, newestPage, excursion, threads, ahead },
    ...{ recent, recentFrom, fetchedAt, staleRoots },
    emojiSeq: log.emojiSeq,
    lastMessage: newer(log.lastMessage, fresh.lastMessage),
  };
  const last = fresh.lastMessage;
  if (last === null || lastSeq === summary.lastSeq) return kept;
  const shown = new Map(fetchedAt).set(last.seq, summary.lastSeq);
  return changeMessage({ ...kept, fetchedAt: shown }, last.seq, () => last);
}

/** What changed the emoji last, when the log goes on from another seq: any of the entries left out may have. */
function emojiSeqAt(log: ChatLog, lastSeq: number): number {
  return lastSeq === log.lastSeq ? log.emojiSeq : lastSeq;
}

/** My marker here, when it has not got through to the server yet. */
function keepMarker(fresh: ChatLog, log: ChatLog): ChatLog {
  if (compareMarkers(log, fresh) <= 0) return fresh;
  const { generation, readSeq } = log;
  const next = { ...fresh, generation, readSeq };
  if (readSeq >= fresh.lastSeq) return counted(next, countedBy(fresh.lastSeq, 0, 0));
  return counted(next, { ...fresh.count, stale: true });
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
  next = forgetAhead(next);
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
      return posted(remembering(next, entry), entry, me);
    case 'message.edited':
    case 'message.deleted':
    case 'reaction.added':
    case 'reaction.removed':
    case 'message.pinned':
    case 'message.unpinned':
      return messageChanged(remembering(next, entry), entry, me);
    case 'chat.opened':
      return {
        ...next,
        kind: entry.kind,
        title: entry.title ?? null,
        receipts: entry.receipts ?? log.receipts,
      };
    case 'chat.revised':
      return {
        ...next,
        kind: entry.kind ?? log.kind,
        title: entry.title ?? null,
        pictureId: entry.pictureId ?? null,
        receipts: entry.receipts ?? log.receipts,
      };
    case 'emoji.defined':
    case 'emoji.dropped':
      return { ...next, emojiSeq: entry.seq };
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

function posted(log: ChatLog, entry: PostedEntry, me: string): ChatLog {
  const count = withPosted(log.count, messageOf(entry), log.readSeq, me);
  return addPosted(count === log.count ? log : counted(log, count), entry);
}

function messageChanged(log: ChatLog, entry: MessageEntry, me: string): ChatLog {
  const before = messageAt(log, entry.message);
  const known = isAhead(log, entry.message, entry.seq);
  const change = known ? log : changeMessage(log, entry.message, byEntry(entry, me));
  const next = entry.type === 'message.deleted' ? withStaleRoots(change, entry, before) : change;
  const after = known ? undefined : messageAt(next, entry.message);
  const count = withChange(log.count, entry, before, after, log.readSeq, me);
  return count === log.count ? next : counted(next, count);
}

/** A reply that goes is no longer counted under its root. */
function withStaleRoots(
  log: ChatLog,
  entry: MessageEntry,
  reply: MessageView | undefined,
): ChatLog {
  const roots = rootsOf(log, entry.message, reply).filter((root) => !isAhead(log, root, entry.seq));
  if (roots.length === 0) return log;
  return { ...log, staleRoots: [...new Set([...log.staleRoots, ...roots])] };
}

function remembering(log: ChatLog, entry: PostedEntry | MessageEntry): ChatLog {
  if (log.window === 'closed') return log;
  const recent = [...log.recent, entry];
  if (recent.length <= MOST_RECENT) return { ...log, recent };
  return { ...log, recent: recent.slice(1), recentFrom: recent[0]?.seq ?? log.recentFrom };
}

/** The log has come to the states that pages have shown before it. */
function forgetAhead(log: ChatLog): ChatLog {
  if (log.fetchedAt.size === 0) return log;
  const fetchedAt = new Map([...log.fetchedAt].filter(([, seq]) => seq > log.lastSeq));
  return fetchedAt.size === log.fetchedAt.size ? log : { ...log, fetchedAt };
}

/** Lets go of the messages and begins anew at a seq, where entry by entry is not to be had. */
export function closedAt(log: ChatLog, lastSeq: number): ChatLog {
  const { count } = log;
  return {
    ...log,
    lastSeq,
    emojiSeq: emojiSeqAt(log, lastSeq),
    window: 'closed',
    messages: [],
    before: null,
    newestPage: null,
    excursion: null,
    threads: {},
    ahead: [],
    recent: [],
    recentFrom: lastSeq,
    // Nothing else is shown any more.
    staleRoots: log.staleRoots.filter((root) => root === log.lastMessage?.seq),
    fetchedAt: new Map([...log.fetchedAt].filter(([seq]) => seq === log.lastMessage?.seq)),
    count: lastSeq > Math.max(log.lastSeq, count.countedSeq) ? { ...count, stale: true } : count,
  };
}

/** Replaces the window by the server's newest page, when too much was missed to catch up entry by entry. */
export function applySnapshot(log: ChatLog, snapshot: SnapshotFrame): ChatLog {
  if (snapshot.lastSeq < log.lastSeq) return log;
  const told = snapshot.marker ?? { generation: 0, readSeq: snapshot.readSeq };
  const marker = compareMarkers(log, told) > 0 ? log : told;
  const before = snapshot.before ?? null;
  const closed = closedAt(log, snapshot.lastSeq);
  const last = newer(log.lastMessage, snapshot.messages.at(-1) ?? null);
  return {
    ...closed,
    kind: snapshot.chat.kind,
    title: snapshot.chat.title ?? null,
    pictureId: snapshot.chat.pictureId ?? null,
    memberIds: snapshot.chat.memberIds ?? log.memberIds,
    receipts: snapshot.chat.receipts ?? log.receipts,
    generation: marker.generation,
    readSeq: marker.readSeq,
    window: 'open',
    messages: snapshot.messages,
    before,
    newestPage: startOf({ items: snapshot.messages, before }),
    lastMessage: last,
    fetchedAt: last === log.lastMessage ? closed.fetchedAt : new Map(),
    ahead: log.ahead.filter((entry) => entry.seq > snapshot.lastSeq),
  };
}

/** What the server counted as unread, over the log up to `lastSeq`. */
export interface ServerCount {
  readonly unread: number;
  readonly mentions?: number | undefined;
  readonly lastSeq?: number | null | undefined;
}

/**
 * Moves the marker forward, never back: to a greater generation, or within one to a greater seq. `count` is the
 * server's for the new marker; without one the messages at hand are counted, until the server has.
 */
export function applyRead(
  log: ChatLog,
  marker: Marker,
  count: ServerCount | null,
  me: string,
): ChatLog {
  if (compareMarkers(marker, log) < 0) return log;
  const next: ChatLog = { ...log, generation: marker.generation, readSeq: marker.readSeq };
  const end = Math.max(log.lastSeq, log.count.countedSeq);
  if (count === null && marker.readSeq >= end) return counted(next, countedBy(end, 0, 0));
  const here = countedHere(next, me);
  // A count that does not say as of when it is may be of messages still on their way: better to count what is here.
  const dated = typeof count?.lastSeq === 'number';
  if (count === null || (!dated && !here.stale)) return counted(next, here);
  const asOf = count.lastSeq ?? log.lastSeq;
  const base = countedBy(asOf, count.unread, count.mentions ?? 0);
  if (asOf >= log.lastSeq) return counted(next, base);
  // The count is older than what is applied here: right again as soon as it is asked for once more.
  const later = log.count.later.filter(({ seq }) => seq > asOf && seq > marker.readSeq);
  return counted(next, { ...base, later, stale: true });
}

function countedHere(log: ChatLog, me: string): UnreadCount {
  const unread = log.messages
    .filter(({ seq }) => seq > log.readSeq)
    .filter((one) => counts(one, me));
  const mentions = unread.filter((message) => calls(message, me)).length;
  const reaches = log.before === null || (log.messages[0]?.seq ?? Infinity) <= log.readSeq + 1;
  const whole = log.window === 'open' && reaches && log.lastSeq >= log.count.countedSeq;
  return { ...countedBy(log.lastSeq, unread.length, mentions), stale: !whole };
}
