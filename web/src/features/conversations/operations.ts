import type { MessageView } from '$platform/api/types';
import { slugOf, type Problem } from '$platform/http';
import type { DoneFrame, ErrorFrame, OperationFrame, RealtimeClock } from '$platform/realtime';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import { newUuid } from '$platform/uuid';
import { deleted, isDeleted, reacted, unpinned, unreacted, versionOf } from './messageState';

/** What a person can ask to be done with a message of a chat. Doing it twice does the same as once. */
export type Change =
  | {
      readonly kind: 'edit';
      readonly message: number;
      readonly version: number;
      readonly text: string;
    }
  | { readonly kind: 'delete'; readonly message: number }
  | {
      readonly kind: 'react';
      readonly message: number;
      readonly emoji: string;
      readonly present: boolean;
    }
  | { readonly kind: 'pin'; readonly message: number; readonly present: boolean }
  | { readonly kind: 'bookmark'; readonly message: number; readonly present: boolean }
  | { readonly kind: 'unread'; readonly message: number };

/** A change that is asked for. `done` ones are in the log, whose entry has not come to us yet. */
export interface Operation {
  readonly id: string;
  readonly chatId: string;
  readonly change: Change;
  readonly queuedAt: number;
  readonly order: number;
  readonly state: 'queued' | 'sending' | 'done' | 'refused';
  readonly seq: number | null;
  readonly problem: Problem | null;
}

export interface OperationsOptions {
  readonly storage: KeyedStorage;
  readonly clock: RealtimeClock;
  /** Sends when connected; false means that nothing was sent. */
  readonly send: (frame: OperationFrame) => boolean;
  /** Bookmarks are nobody else's business, and go past the live connection; fails as the HttpClient does. */
  readonly bookmark: (chatId: string, message: number, present: boolean) => Promise<void>;
  readonly changed: (chatId: string, operations: readonly Operation[]) => void;
}

const PREFIX = 'operation.';
/** No answer within this: it is sent again, under the same id. */
const ANSWER_WITHIN_MS = 10_000;
const RETRY_MS = 3_000;
const PASSING = new Set(['rate-limited', 'service-unavailable', 'internal-error']);

/**
 * What I have asked to be done with messages and the suite has not confirmed: stored before it is sent, forgotten
 * when the suite has done it, sent again after a reload or a lost connection, one at a time per chat, in order.
 */
export class Operations {
  readonly #options: OperationsOptions;
  readonly #operations = new Map<string, Operation>();
  readonly #timers = new Map<string, () => void>();
  readonly #unwatch: () => void;
  #order = 0;

  constructor(options: OperationsOptions) {
    this.#options = options;
    for (const key of options.storage.keys(PREFIX)) this.#restore(key, options.storage.get(key));
    this.#unwatch = options.storage.watch((key, value) => {
      if (!key.startsWith(PREFIX)) return;
      const known = this.#operations.get(key.slice(PREFIX.length));
      if (value === null && known !== undefined && known.state !== 'done') this.#drop(known);
      else if (value !== null && known === undefined) this.#restore(key, value);
    });
  }

  dispose(): void {
    this.#unwatch();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  of(chatId: string): readonly Operation[] {
    return this.#all().filter((operation) => operation.chatId === chatId);
  }

  /** How many wait to be done. */
  get waiting(): number {
    return this.#all().filter(({ state }) => state === 'queued' || state === 'sending').length;
  }

  /**
   * Takes a change, to be asked for as soon as that can be. False when it is not taken: it is of words, can not be
   * asked for now, and this browser has no room to keep it until then.
   */
  enqueue(chatId: string, change: Change): boolean {
    if (this.#undoes(chatId, change)) return true;
    this.#order += 1;
    const operation: Operation = {
      id: newUuid(),
      chatId,
      change,
      queuedAt: this.#options.clock.now(),
      order: this.#order,
      state: 'queued',
      seq: null,
      problem: null,
    };
    const kept = this.#store(operation);
    this.#put(operation);
    this.#next(chatId);
    const sending = this.#operations.get(operation.id)?.state === 'sending';
    const taken = kept || sending || change.kind !== 'edit';
    if (!taken) this.#drop(operation);
    return taken;
  }

  /** Tries a refused one again; an edit on top of the version that is there now, which the person has seen. */
  retry(id: string, current: MessageView | undefined): void {
    const operation = this.#operations.get(id);
    if (operation?.state !== 'refused') return;
    const { change } = operation;
    const renewed =
      change.kind === 'edit' && current !== undefined
        ? { ...change, version: versionOf(current) }
        : change;
    const queued: Operation = { ...operation, change: renewed, state: 'queued', problem: null };
    this.#put(queued);
    this.#store(queued);
    this.#next(operation.chatId);
  }

  discard(id: string): void {
    const operation = this.#operations.get(id);
    if (operation !== undefined) this.#drop(operation);
  }

  connected(): void {
    const chats = new Set<string>();
    for (const operation of this.#all()) {
      if (operation.state === 'sending') this.#requeue(operation);
      chats.add(operation.chatId);
    }
    for (const chatId of chats) this.#next(chatId);
  }

  disconnected(): void {
    for (const operation of this.#all()) {
      if (operation.state === 'sending') this.#requeue(operation);
    }
  }

  done(frame: DoneFrame): void {
    this.#finish(frame.requestId ?? '', frame.seq ?? null);
  }

  /** A marker of a new generation came: something was marked as unread, which is answered by nothing else. */
  unreadMarked(chatId: string): void {
    const first = this.of(chatId).find(
      ({ change, state }) => change.kind === 'unread' && state === 'sending',
    );
    if (first !== undefined) this.#finish(first.id, null);
  }

  refused(frame: ErrorFrame): void {
    this.#refuse(frame.requestId ?? '', frame.problem, frame.retryAfterMs ?? RETRY_MS);
  }

  /** The log of a chat has come this far: what was done up to there is in it. */
  settle(chatId: string, lastSeq: number): void {
    for (const operation of this.of(chatId)) {
      if (operation.seq !== null && operation.seq <= lastSeq) this.#drop(operation);
    }
  }

  /** Asking for the contrary of what still waits takes it back, and nothing is sent. */
  #undoes(chatId: string, change: Change): boolean {
    const contrary = this.of(chatId).find(
      (one) => one.state === 'queued' && isContrary(one.change, change),
    );
    if (contrary !== undefined) this.#drop(contrary);
    return contrary !== undefined;
  }

  #next(chatId: string): void {
    const operations = this.of(chatId);
    if (operations.some(({ state, id }) => state === 'sending' || this.#timers.has(id))) return;
    const operation = operations.find(({ state }) => state === 'queued');
    if (operation === undefined) return;
    const { change } = operation;
    if (change.kind === 'bookmark') {
      this.#put({ ...operation, state: 'sending' });
      void this.#bookmark(operation, change.message, change.present);
      return;
    }
    if (!this.#options.send(frameOf(operation, change))) return;
    this.#put({ ...operation, state: 'sending' });
    this.#timer(operation.id, ANSWER_WITHIN_MS, () => {
      this.#requeue(operation);
      this.#next(chatId);
    });
  }

  async #bookmark(operation: Operation, message: number, present: boolean): Promise<void> {
    try {
      await this.#options.bookmark(operation.chatId, message, present);
      this.#finish(operation.id, null);
    } catch (error) {
      const problem = problemIn(error);
      if (problem !== null) this.#refuse(operation.id, problem, RETRY_MS);
      else this.#later(operation, RETRY_MS);
    }
  }

  #finish(id: string, seq: number | null): void {
    const operation = this.#operations.get(id);
    if (operation === undefined) return;
    this.#clearTimer(id);
    this.#options.storage.remove(PREFIX + id);
    if (seq === null) this.#drop(operation);
    else this.#put({ ...operation, state: 'done', seq });
    this.#next(operation.chatId);
  }

  #refuse(id: string, problem: Problem, retryAfterMs: number): void {
    const operation = this.#operations.get(id);
    if (operation?.state !== 'sending') return;
    this.#clearTimer(id);
    if (PASSING.has(slugOf(problem.type))) {
      this.#later(operation, retryAfterMs);
      return;
    }
    const refused: Operation = { ...operation, state: 'refused', problem };
    this.#put(refused);
    this.#store(refused);
    this.#next(operation.chatId);
  }

  #later(operation: Operation, ms: number): void {
    this.#requeue(operation);
    this.#timer(operation.id, ms, () => {
      this.#next(operation.chatId);
    });
  }

  #requeue(operation: Operation): void {
    this.#clearTimer(operation.id);
    if (this.#operations.has(operation.id)) this.#put({ ...operation, state: 'queued' });
  }

  #timer(id: string, ms: number, run: () => void): void {
    this.#clearTimer(id);
    const cancel = this.#options.clock.after(ms, () => {
      this.#timers.delete(id);
      run();
    });
    this.#timers.set(id, cancel);
  }

  #clearTimer(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }

  #all(): readonly Operation[] {
    return [...this.#operations.values()].sort(
      (a, b) => a.queuedAt - b.queuedAt || a.order - b.order,
    );
  }

  #put(operation: Operation): void {
    this.#operations.set(operation.id, operation);
    this.#options.changed(operation.chatId, this.of(operation.chatId));
  }

  #drop({ id, chatId }: Operation): void {
    this.#clearTimer(id);
    this.#options.storage.remove(PREFIX + id);
    if (this.#operations.delete(id)) this.#options.changed(chatId, this.of(chatId));
  }

  #store({ id, chatId, change, queuedAt, order, problem }: Operation): boolean {
    const stored: Stored = { chatId, change, queuedAt, order, problem };
    return this.#options.storage.set(PREFIX + id, JSON.stringify(stored));
  }

  #restore(key: string, value: string | null): void {
    const stored = readStored(value);
    if (stored === null) return;
    this.#order = Math.max(this.#order, stored.order);
    const state = stored.problem === null ? 'queued' : 'refused';
    this.#put({ ...stored, id: key.slice(PREFIX.length), seq: null, state });
  }
}

/** A message as it will be when what I asked for is done. Refused changes are shown beside it, not in it. */
export function withOperations(
  message: MessageView,
  operations: readonly Operation[],
  me: string,
): MessageView {
  let next = message;
  for (const { change, state, queuedAt } of operations) {
    if (state === 'refused' || change.message !== message.seq || isDeleted(next)) continue;
    const at = new Date(queuedAt).toISOString();
    if (change.kind === 'edit') next = { ...next, text: change.text, editedAt: at };
    else if (change.kind === 'delete') next = deleted(next, at);
    else if (change.kind === 'bookmark') next = { ...next, bookmarked: change.present };
    else if (change.kind === 'react') {
      const react = change.present ? reacted : unreacted;
      next = react(next, change.emoji, me, me);
    } else if (change.kind === 'pin') {
      next = change.present ? { ...next, pinnedAt: at, pinnedBy: me } : unpinned(next);
    }
  }
  return next;
}

function isContrary(a: Change, b: Change): boolean {
  if (a.kind !== b.kind || a.message !== b.message) return false;
  if (!('present' in a) || !('present' in b) || a.present === b.present) return false;
  return a.kind !== 'react' || b.kind !== 'react' || a.emoji === b.emoji;
}

function frameOf(
  { id: requestId, chatId }: Operation,
  change: Exclude<Change, { kind: 'bookmark' }>,
): OperationFrame {
  const { message } = change;
  switch (change.kind) {
    case 'edit': {
      const { version, text } = change;
      return { op: 'message.edit', requestId, chatId, message, version, text };
    }
    case 'delete':
      return { op: 'message.delete', requestId, chatId, message };
    case 'react': {
      const op = change.present ? 'reaction.add' : 'reaction.remove';
      return { op, requestId, chatId, message, emoji: change.emoji };
    }
    case 'pin':
      return { op: change.present ? 'message.pin' : 'message.unpin', requestId, chatId, message };
    case 'unread':
      return { op: 'unread', requestId, chatId, seq: message };
  }
}

/** The problem the suite answered with; null when it did not answer. */
function problemIn(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('slug' in error) || !('status' in error)) return null;
  return { type: String(error.slug), title: error.message, status: Number(error.status) };
}

type Stored = Pick<Operation, 'chatId' | 'change' | 'queuedAt' | 'order' | 'problem'>;

function readStored(value: string | null): Stored | null {
  try {
    const stored = JSON.parse(value ?? 'null') as Stored | null;
    return typeof stored?.chatId === 'string' && typeof stored.change.kind === 'string'
      ? stored
      : null;
  } catch {
    return null;
  }
}
