import { SvelteMap } from 'svelte/reactivity';
import type { Page, ReceiptPosition } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import type { ClientFrame, RealtimeClock, ReceiptFrame } from '$platform/realtime';

/** What has come of a chat is told at most this often. */
const TELL_AFTER_MS = 2_000;
/** Chats of one telling; the server takes no more. */
const MOST_CHATS = 500;
/** A group has 500 members at most, and a page a hundred. */
const MOST_PAGES = 5;

/** What has become of a message: with how many of those of whom it is known. */
export interface Tally {
  readonly read: number;
  readonly delivered: number;
  readonly of: number;
}

/** What the log of a chat tells about what has come. */
export interface Arrived {
  readonly chatId: string;
  readonly receipts: boolean;
  readonly lastSeq: number;
  readonly readSeq: number;
}

export interface ReceiptsOptions {
  readonly me: string;
  readonly clock: RealtimeClock;
  readonly fetch: (chatId: string, cursor: string | null) => Promise<Page<ReceiptPosition>>;
  readonly send: (frame: ClientFrame) => boolean;
}

type Positions = ReadonlyMap<string, ReceiptPosition>;

/**
 * How far the members of the chats that are shown are, and the telling of what has reached this device. Positions
 * only grow: of what was fetched and what was told live the greater one counts.
 */
export class Receipts {
  readonly #options: ReceiptsOptions;
  readonly #positions = new SvelteMap<string, Positions>();
  readonly #shown = new Set<string>();
  /** Chats whose positions are on their way; true when they have to be fetched once more. */
  readonly #loading = new Map<string, boolean>();
  readonly #due = new Map<string, number>();
  readonly #told = new Map<string, number>();
  #cancel: (() => void) | null = null;

  constructor(options: ReceiptsOptions) {
    this.#options = options;
  }

  /** Keeps the positions of a chat while it is shown; what is returned ends that. */
  show(chatId: string): () => void {
    this.#shown.add(chatId);
    void this.#load(chatId);
    return () => {
      this.#shown.delete(chatId);
      this.#positions.delete(chatId);
    };
  }

  /** Asks again for what is shown: something may have been missed, or be seen differently. */
  refresh(): void {
    for (const chatId of this.#shown) void this.#load(chatId);
  }

  /** The connection is there, perhaps after a while without one. */
  connected(): void {
    this.refresh();
    if (this.#due.size > 0) this.#tellSoon();
  }

  heard({ chatId, userId, deliveredSeq, readSeq }: ReceiptFrame): void {
    if (!this.#shown.has(chatId)) return;
    const known = this.#positions.get(chatId);
    const before = known?.get(userId);
    if (known === undefined || before === undefined) {
      void this.#load(chatId);
      return;
    }
    const now = further(before, { ...before, deliveredSeq, readSeq });
    this.#positions.set(chatId, new Map(known).set(userId, now));
  }

  /** What has become of a message of mine; null when nothing is known of anybody. */
  tally(chatId: string, seq: number): Tally | null {
    const concerned = [...(this.#positions.get(chatId)?.values() ?? [])].filter(
      ({ userId, sinceSeq }) => userId !== this.#options.me && sinceSeq < seq,
    );
    if (concerned.length === 0) return null;
    return {
      read: concerned.filter(({ readSeq }) => readSeq >= seq).length,
      delivered: concerned.filter(({ deliveredSeq }) => deliveredSeq >= seq).length,
      of: concerned.length,
    };
  }

  /** A log has moved. Reading is told anyway, and says as much. */
  arrived({ chatId, receipts, lastSeq, readSeq }: Arrived): void {
    if (!receipts || lastSeq <= readSeq || lastSeq <= (this.#told.get(chatId) ?? 0)) return;
    this.#due.set(chatId, lastSeq);
    this.#tellSoon();
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#shown.clear();
  }

  #tellSoon(): void {
    this.#cancel ??= this.#options.clock.after(TELL_AFTER_MS, () => {
      this.#cancel = null;
      this.#tell();
    });
  }

  #tell(): void {
    const some = [...this.#due].slice(0, MOST_CHATS);
    // Without a connection it waits for the next one.
    if (!this.#options.send({ op: 'delivered', chats: Object.fromEntries(some) })) return;
    for (const [chatId, seq] of some) {
      this.#due.delete(chatId);
      this.#told.set(chatId, seq);
    }
    if (this.#due.size > 0) this.#tellSoon();
  }

  async #load(chatId: string): Promise<void> {
    if (this.#loading.has(chatId)) {
      this.#loading.set(chatId, true);
      return;
    }
    do {
      this.#loading.set(chatId, false);
      await this.#fetch(chatId);
    } while (this.#loading.get(chatId) === true && this.#shown.has(chatId));
    this.#loading.delete(chatId);
  }

  async #fetch(chatId: string): Promise<void> {
    const found: ReceiptPosition[] = [];
    let cursor: string | null = null;
    try {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const next: Page<ReceiptPosition> = await this.#options.fetch(chatId, cursor);
        found.push(...next.items);
        cursor = next.next ?? null;
        if (cursor === null) break;
      }
    } catch (error) {
      // The chat has none, or I send none. Anything else: what is known stands, until the next connection.
      if (error instanceof ProblemError && error.status === 409) this.#positions.delete(chatId);
      return;
    }
    if (!this.#shown.has(chatId)) return;
    const known = this.#positions.get(chatId);
    this.#positions.set(
      chatId,
      new Map(found.map((one) => [one.userId, further(known?.get(one.userId), one)])),
    );
  }
}

function further(known: ReceiptPosition | undefined, told: ReceiptPosition): ReceiptPosition {
  // Who left and came back counts from then on.
  if (known?.sinceSeq !== told.sinceSeq) return told;
  return {
    ...told,
    deliveredSeq: Math.max(known.deliveredSeq, told.deliveredSeq),
    readSeq: Math.max(known.readSeq, told.readSeq),
  };
}
