import type { RealtimeClock } from '$platform/realtime';
import type { KeptValues } from '$platform/storage/keptValues';
import { closedAt, type ChatLog } from './chatLog';

/** Another shape of what is kept goes under another key. */
const KEY = 'chats.5';
/** All chats are written each time, so this is how often at most. */
const REST_MS = 300;
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
  /** Something has changed since the last write. */
  #changed = false;
  /** Ends the rest after a write. */
  #wake: (() => void) | null = null;

  constructor(kept: KeptValues, clock: RealtimeClock, chats: () => Iterable<ChatLog>) {
    this.#kept = kept;
    this.#clock = clock;
    this.#chats = chats;
  }

  async load(): Promise<readonly ChatLog[]> {
    const kept = (await this.#kept.read<readonly ChatLog[]>(KEY)) ?? [];
    return kept.map(completed);
  }

  /**
   * Saves the chats when what is being done with them is done, the frames of a batch for example; after a write there
   * is a rest, and what changes during it is saved at its end.
   */
  saveSoon(): void {
    if (this.#changed) return;
    this.#changed = true;
    if (this.#wake !== null) return;
    queueMicrotask(() => {
      if (this.#wake === null) this.save();
    });
  }

  /** Saves at once what is waiting to be saved: the page may be gone in a moment. */
  save(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.#rest();
    void this.#kept.write(KEY, [...this.#chats()].map(worthKeeping));
  }

  dispose(): void {
    this.#changed = false;
    this.#wake?.();
    this.#wake = null;
  }

  #rest(): void {
    this.#wake?.();
    this.#wake = this.#clock.after(REST_MS, () => {
      this.#wake = null;
      this.save();
    });
  }
}

/** What was kept by an earlier version of this application does not say whether the chat has a picture. */
function completed(log: Omit<ChatLog, 'pictureId'> & Partial<ChatLog>): ChatLog {
  return { ...log, pictureId: log.pictureId ?? null };
}

/** A chat with its newest page and what came after it, or without messages when there are none or too many. */
export function worthKeeping(log: ChatLog): ChatLog {
  const { newestPage } = log;
  if (log.window === 'open' && newestPage !== null) {
    const messages = log.messages.filter((message) => message.seq >= newestPage.fromSeq);
    if (messages.length <= MOST_MESSAGES) {
      const { lastSeq: recentFrom } = log;
      const aside = { excursion: null, threads: {}, ahead: [], recent: [] };
      return { ...log, ...aside, recentFrom, messages, before: newestPage.before };
    }
  }
  return closedAt(log, log.lastSeq);
}
