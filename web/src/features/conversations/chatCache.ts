import type { RealtimeClock } from '$platform/realtime';
import type { KeptValues } from '$platform/storage/keptValues';
import { closedAt, type ChatLog } from './chatLog';

/** Another shape of what is kept goes under another key. */
const KEY = 'chats.3';
const SAVE_AFTER_MS = 300;
/** A window longer than this is not worth keeping: the newest page is fetched anew. */
const MOST_MESSAGES = 300;

/**
 * What was known of my chats at the last visit, so that the next one begins with it, connection or not. It may be
 * old: the log goes on from its `lastSeq` as after any other absence.
 */
export class ChatCache {
  readonly #kept: KeptValues;
  readonly #clock: RealtimeClock;
  readonly #chats: () => Iterable<ChatLog>;
  #cancel: (() => void) | null = null;

  constructor(kept: KeptValues, clock: RealtimeClock, chats: () => Iterable<ChatLog>) {
    this.#kept = kept;
    this.#clock = clock;
    this.#chats = chats;
  }

  async load(): Promise<readonly ChatLog[]> {
    return (await this.#kept.read<readonly ChatLog[]>(KEY)) ?? [];
  }

  /** Saves the chats in a moment; changes in between go in one. */
  saveSoon(): void {
    this.#cancel ??= this.#clock.after(SAVE_AFTER_MS, () => {
      this.save();
    });
  }

  /** Saves at once what is waiting to be saved. */
  save(): void {
    if (this.#cancel === null) return;
    this.dispose();
    void this.#kept.write(KEY, [...this.#chats()].map(worthKeeping));
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}

/** A chat with its newest page and what came after it, or without messages when there are none or too many. */
export function worthKeeping(log: ChatLog): ChatLog {
  const { newestPage } = log;
  if (log.window === 'open' && newestPage !== null) {
    const messages = log.messages.filter((message) => message.seq >= newestPage.fromSeq);
    if (messages.length <= MOST_MESSAGES) {
      const { lastSeq: recentFrom } = log;
      const aside = { excursion: null, threads: {}, staleRoots: [], ahead: [], recent: [] };
      return { ...log, ...aside, recentFrom, messages, before: newestPage.before };
    }
  }
  return closedAt(log, log.lastSeq);
}
