import type { ChatSummary, ClientFrame, LogEntry, ReadFrame } from '$platform/realtime';
import { applyEntry, applyRead, closedAt, fromSummary, withSummary } from './chatLog';
import type { ChatLogs } from './chatLogs';

/** Told of each entry that was applied while it happened, not of what a resume caught up with. */
export type LiveListener = (entry: LogEntry) => void;

export interface LiveLogsOptions {
  readonly me: string;
  readonly logs: ChatLogs;
  /** Sends when connected; false means that nothing was sent. */
  readonly send: (frame: ClientFrame) => boolean;
  /** Asks for the entries after each seq. */
  readonly resume: (positions: ReadonlyMap<string, number>) => void;
  /** What is summed up of threads of a chat is known no more. */
  readonly rootsStale: (chatId: string) => void;
}

/**
 * Keeps the logs in step with the live connection: takes in what the server sums up of chats and each entry in its
 * turn, asks for what is missing, and tells how far I have read until the server has it.
 */
export class LiveLogs {
  readonly #options: LiveLogsOptions;
  readonly #listeners = new Set<LiveListener>();
  /** How far each chat was at the last hello: entries after it are live. */
  readonly #liveAfter = new Map<string, number>();

  constructor(options: LiveLogsOptions) {
    this.#options = options;
  }

  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#listeners.clear();
  }

  /** These are my chats, and no others. */
  greeted(chats: readonly ChatSummary[]): void {
    const { logs, rootsStale } = this.#options;
    const mine = new Set(chats.map((chat) => chat.chatId));
    for (const chatId of logs.all.keys()) if (!mine.has(chatId)) logs.remove(chatId);
    this.#liveAfter.clear();
    this.added(chats);
    // Asking for them may have failed with the last connection.
    for (const log of logs.all.values()) if (log.staleRoots.length > 0) rootsStale(log.chatId);
  }

  /** Takes in what the server says of chats, and asks for what it is ahead. */
  added(chats: readonly ChatSummary[]): void {
    for (const chat of chats) this.#liveAfter.set(chat.chatId, chat.lastSeq);
    this.#options.resume(this.#sum(chats));
  }

  entered(entry: LogEntry): void {
    const { logs, me, resume, rootsStale } = this.#options;
    const log = logs.get(entry.chatId);
    if (log === undefined) return;
    const { log: next, gap } = applyEntry(log, entry, me);
    logs.put(next);
    if (next.count.stale && !log.count.stale) this.#tellMarker(next.chatId);
    if (next.staleRoots.length > log.staleRoots.length) rootsStale(next.chatId);
    if (gap) resume(new Map([[next.chatId, next.lastSeq]]));
    const live = entry.seq > (this.#liveAfter.get(entry.chatId) ?? 0);
    if (live && next.lastSeq > log.lastSeq) for (const listener of this.#listeners) listener(entry);
  }

  /** A resume that did not bring all it promised: the window is closed, and fetched anew by who shows it. */
  resumed(chatId: string, lastSeq: number): void {
    const { logs } = this.#options;
    logs.update(chatId, (log) => (log.lastSeq < lastSeq ? closedAt(log, lastSeq) : log));
  }

  /** The server says how far I have read. */
  read(frame: ReadFrame): void {
    const { generation = 0, readSeq } = frame;
    const { logs, me } = this.#options;
    logs.update(frame.chatId, (log) => applyRead(log, { generation, readSeq }, frame, me));
  }

  /** I have seen a chat up to a seq. Shown at once; told again after a reconnect when it did not get through. */
  markRead(chatId: string, seq: number): void {
    const { logs, me } = this.#options;
    const log = logs.get(chatId);
    if (log === undefined || seq <= log.readSeq) return;
    const { generation } = log;
    logs.put(applyRead(log, { generation, readSeq: seq }, null, me));
    this.#tellMarker(chatId);
  }

  #sum(summaries: readonly ChatSummary[]): ReadonlyMap<string, number> {
    const { logs } = this.#options;
    const behind = new Map<string, number>();
    for (const summary of summaries) {
      const known = logs.get(summary.chatId);
      const log = known === undefined ? fromSummary(summary) : withSummary(known, summary);
      logs.put(log);
      if (log.lastSeq < summary.lastSeq) behind.set(log.chatId, log.lastSeq);
      const told = summary.marker ?? { generation: 0, readSeq: summary.readSeq };
      if (log.generation === told.generation && log.readSeq > told.readSeq) {
        this.#tellMarker(log.chatId);
      }
    }
    return behind;
  }

  /** Tells the server how far I have read; it answers with what is unread then. */
  #tellMarker(chatId: string): void {
    const log = this.#options.logs.get(chatId);
    if (log === undefined) return;
    const { readSeq: seq, generation } = log;
    const told = generation === 0 ? {} : { generation };
    this.#options.send({ op: 'read', chatId, seq, ...told });
  }
}
