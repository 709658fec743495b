import type { MessageTranslationView } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import type { RealtimeClock } from '$platform/realtime';
import { restAfter } from './rest';

/** Messages that one request may name. */
const PER_REQUEST = 100;
/** What comes into sight together is asked for together. */
const GATHER_MS = 50;
/** After so many failures it is said that it did not work; it goes on being asked for. */
const TRIES = 3;
/** Who may not read a chat gets no other answer by asking soon. */
const REFUSED = 10;

/** A text of a message, and the language it is wanted in. */
export interface Wanted {
  readonly key: string;
  readonly chatId: string;
  readonly seq: number;
  readonly language: string;
}

export interface AskingOptions {
  readonly clock: Pick<RealtimeClock, 'now' | 'after' | 'random'>;
  readonly fetch: (
    chatId: string,
    seqs: readonly number[],
    language: string,
  ) => Promise<readonly MessageTranslationView[]>;
  /** Whether it is still wanted and not to be had: the live connection may have brought it. */
  readonly open: (wanted: Wanted) => boolean;
  /** Whether it is in sight: nothing else is asked for. */
  readonly inSight: (wanted: Wanted) => boolean;
  readonly learned: (chatId: string, found: MessageTranslationView) => void;
  /** It does not work so far. */
  readonly failed: (wanted: Wanted) => void;
  /** It is not asked for any more. */
  readonly dropped: (wanted: Wanted) => void;
}

interface Planned {
  readonly wanted: Wanted;
  readonly at: number;
}

/**
 * Asks the suite for translations of messages: what is wanted within a moment in one request, and what gets no answer again,
 * seldomer each time, as long as it is in sight. An answer may lack what took too long, and may be of another version of a text.
 */
export class Asking {
  readonly #options: AskingOptions;
  readonly #planned = new Map<string, Planned>();
  readonly #underWay = new Set<string>();
  /** Answers in a row that had nothing of what was asked for. */
  readonly #failures = new Map<string, number>();
  #wakesAt = Infinity;
  #stopTimer: () => void = () => undefined;
  #disposed = false;

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  /** Asks for it now or in a while, if not sooner. */
  ask(wanted: Wanted, inMs = 0): void {
    const planned = this.#planned.get(wanted.key)?.at ?? Infinity;
    if (this.#options.clock.now() + inMs + GATHER_MS < planned)
      this.#plan(wanted, inMs + GATHER_MS);
  }

  /** Asks for what has failed, unless that is to be done at some time. */
  askAgain(wanted: Wanted): void {
    if (!this.#planned.has(wanted.key)) this.ask(wanted);
  }

  /** Asks in a while for what has failed elsewhere, unless that is to be done at some time. */
  askLater(wanted: Wanted): void {
    if (!this.#planned.has(wanted.key)) this.ask(wanted, restAfter(1, this.#options.clock));
  }

  /** Begins to count anew: what failed is asked for now. */
  forgive(): void {
    const failed = [...this.#planned.values()].filter(({ wanted }) => this.#hasFailed(wanted));
    this.#failures.clear();
    for (const { wanted } of failed) this.ask(wanted);
  }

  /** What is wanted may be something else now: what nobody wants any more is not asked for. */
  sift(): void {
    for (const { wanted } of [...this.#planned.values()]) {
      if (!this.#options.open(wanted)) this.#drop(wanted);
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#stopTimer();
    this.#planned.clear();
  }

  #hasFailed({ key }: Wanted): boolean {
    return this.#failures.has(key);
  }

  #plan(wanted: Wanted, inMs: number): void {
    if (this.#disposed || this.#underWay.has(wanted.key)) return;
    const at = this.#options.clock.now() + inMs;
    this.#planned.set(wanted.key, { wanted, at });
    if (at < this.#wakesAt) this.#wakeAt(at);
  }

  #wakeAt(at: number): void {
    const { clock } = this.#options;
    this.#stopTimer();
    this.#wakesAt = at;
    if (at === Infinity) return;
    this.#stopTimer = clock.after(at - clock.now(), () => {
      this.#wake();
    });
  }

  #wake(): void {
    const { clock, open, inSight } = this.#options;
    const until = clock.now() + GATHER_MS;
    const due = [...this.#planned.values()].filter(({ at }) => at <= until);
    const still: Wanted[] = [];
    for (const { wanted } of due) {
      this.#planned.delete(wanted.key);
      if (open(wanted) && inSight(wanted)) still.push(wanted);
      else this.#drop(wanted);
    }
    this.#wakeAt(Math.min(Infinity, ...[...this.#planned.values()].map(({ at }) => at)));
    for (const some of requestsOf(still)) void this.#fetch(some);
  }

  async #fetch(some: readonly Wanted[]): Promise<void> {
    const [first] = some;
    if (first === undefined) return;
    const { chatId, language } = first;
    for (const { key } of some) this.#underWay.add(key);
    // Two versions of a text are one message.
    const seqs = [...new Set(some.map(({ seq }) => seq))];
    let found: readonly MessageTranslationView[] = [];
    let error: unknown = null;
    try {
      found = await this.#options.fetch(chatId, seqs, language);
    } catch (failure) {
      // Nothing to be told: it is asked for again, and shown as it was written meanwhile.
      error = failure;
    }
    if (this.#disposed) return;
    for (const { key } of some) this.#underWay.delete(key);
    for (const one of found) this.#options.learned(chatId, one);
    this.#again(some, error);
  }

  #again(some: readonly Wanted[], error: unknown): void {
    const { clock, open, failed } = this.#options;
    const left = new Set(some.filter((wanted) => open(wanted)));
    // An engine that is slow, and brings some of it each time, does not fail.
    const failure = left.size === some.length ? 1 : 0;
    // What was asked for together is asked for together again.
    const chance = clock.random();
    for (const wanted of some) {
      if (!left.has(wanted)) {
        this.#drop(wanted);
        continue;
      }
      const failures = isRefusal(error) ? REFUSED : (this.#failures.get(wanted.key) ?? 0) + failure;
      if (failures > 0) this.#failures.set(wanted.key, failures);
      if (failures >= TRIES) failed(wanted);
      const rest = restAfter(failures, { random: () => chance });
      this.#plan(wanted, Math.max(rest, toldBy(error)));
    }
  }

  #drop(wanted: Wanted): void {
    this.#planned.delete(wanted.key);
    this.#failures.delete(wanted.key);
    this.#options.dropped(wanted);
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && [400, 403, 404].includes(error.status);
}

/** How long the suite has said to wait. */
function toldBy(error: unknown): number {
  return error instanceof ProblemError ? (error.retryAfter ?? 0) * 1_000 : 0;
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
