import type { MessageTranslationView } from '$platform/api/types';
import type { RealtimeClock } from '$platform/realtime';

/** Messages that one request may name. */
const PER_REQUEST = 100;
/** What comes into sight together is asked for together. */
const GATHER_MS = 50;
/** Before an answer that did not come is asked for again; longer each time. */
const RETRY_MS = 5_000;
const TRIES = 3;

/** A text of a message, and the language it is wanted in. */
export interface Wanted {
  readonly key: string;
  readonly chatId: string;
  readonly seq: number;
  readonly language: string;
}

export interface AskingOptions {
  readonly clock: Pick<RealtimeClock, 'after'>;
  readonly fetch: (
    chatId: string,
    seqs: readonly number[],
    language: string,
  ) => Promise<readonly MessageTranslationView[]>;
  /** Whether it is still to be had: the live connection may have brought it. */
  readonly open: (wanted: Wanted) => boolean;
  readonly learned: (chatId: string, found: MessageTranslationView) => void;
  /** It was asked for as often as it is. */
  readonly gaveUp: (wanted: Wanted) => void;
}

/**
 * Asks the suite for translations of messages: what is wanted within a moment in one request, what gets no answer again,
 * three times in all. An answer may lack what took too long, and may be of another version of a text.
 */
export class Asking {
  readonly #options: AskingOptions;
  #waiting = new Map<string, Wanted>();
  readonly #tries = new Map<string, number>();
  readonly #timers = new Set<() => void>();

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  ask(wanted: Wanted, inMs = 0): void {
    if (inMs > 0) {
      this.#later(inMs, () => {
        this.ask(wanted);
      });
      return;
    }
    if (!this.#options.open(wanted)) return;
    this.#waiting.set(wanted.key, wanted);
    if (this.#waiting.size > 1) return;
    this.#later(GATHER_MS, () => {
      const all = [...this.#waiting.values()];
      this.#waiting = new Map();
      for (const some of requestsOf(all)) void this.#fetch(some);
    });
  }

  /** Begins to count anew. */
  forgive(): void {
    this.#tries.clear();
  }

  dispose(): void {
    for (const stop of this.#timers) stop();
    this.#timers.clear();
  }

  async #fetch(some: readonly Wanted[]): Promise<void> {
    const [first] = some;
    if (first === undefined) return;
    const { chatId, language } = first;
    // Two versions of a text are one message.
    const seqs = [...new Set(some.map(({ seq }) => seq))];
    // What went wrong is nothing to be told: what is wanted is asked for again, and shown as it was written meanwhile.
    const found = await this.#options.fetch(chatId, seqs, language).catch(() => []);
    for (const one of found) this.#options.learned(chatId, one);
    for (const wanted of some) this.#again(wanted);
  }

  #again(wanted: Wanted): void {
    const tries = (this.#tries.get(wanted.key) ?? 0) + 1;
    this.#tries.delete(wanted.key);
    if (!this.#options.open(wanted)) return;
    if (tries >= TRIES) {
      this.#options.gaveUp(wanted);
      return;
    }
    this.#tries.set(wanted.key, tries);
    this.ask(wanted, RETRY_MS * tries);
  }

  #later(ms: number, run: () => void): void {
    const stop = this.#options.clock.after(ms, () => {
      this.#timers.delete(stop);
      run();
    });
    this.#timers.add(stop);
  }
}

/** Each of one chat and one language, and of no more messages than a request may name. */
function requestsOf(all: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const open = new Map<string, Wanted[]>();
  const requests: Wanted[][] = [];
  for (const wanted of all) {
    const group = `${wanted.chatId}/${wanted.language}`;
    let request = open.get(group);
    if (request === undefined || request.length === PER_REQUEST) {
      request = [];
      open.set(group, request);
      requests.push(request);
    }
    request.push(wanted);
  }
  return requests;
}
