import { createContext } from 'svelte';
import type { ScheduledMessage } from '$platform/api/types';
import { isAbort, ProblemError, type HttpClient } from '$platform/http';
import type { LogEntry, RealtimeClock } from '$platform/realtime';
import { newUuid } from '$platform/uuid';
import {
  changeScheduled,
  createScheduled,
  deleteScheduled,
  fetchScheduled,
  sendScheduled,
  type NewScheduledMessage,
} from './scheduledApi';

/** What is due is looked at again so long after its time, when the live connection has not told what became of it. */
const LOOK_AFTER_MS = 5_000;
/** While that does not help, each wait is twice the one before, up to so long. */
const LOOK_LAST_MS = 320_000;
/** Timers of a browser hold 24 days; a time further off is looked at again on the way. */
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** So many messages that were posted of late are remembered. */
const MOST_POSTED = 100;

/** In the order in which one goes through them: asked for one after the other, none is missed on its way. */
const STATES = ['waiting', 'sending', 'refused'] as const;

export interface ScheduledOptions {
  readonly http: HttpClient;
  readonly clock: RealtimeClock;
  readonly me: string;
}

/** The lasting content of one: what it takes to make the same again. */
type Content = Omit<NewScheduledMessage, 'dueAt' | 'zone'>;

/**
 * My messages that are to be posted later, and those that were refused when their time had come. They are asked for when
 * the live connection stands and when something may have become of them; one that is posted goes with its log entry.
 */
export class ScheduledMessages {
  readonly #options: ScheduledOptions;
  #known = $state.raw<readonly ScheduledMessage[]>([]);
  #cancelled = $state.raw<ScheduledMessage | null>(null);
  #loaded = $state(false);
  #error = $state.raw<unknown>(null);
  #aborter = new AbortController();
  #stopTimer: () => void = () => undefined;
  /** Counts what was changed here. */
  #changes = 0;
  /** How often what is due was looked at without finding out. */
  #looks = 0;
  /** Posted, and perhaps still in a list: the scheduler hears of it a little later than its chat. */
  readonly #posted = new Set<string>();
  #last: { readonly wish: string; readonly key: string } | null = null;

  constructor(options: ScheduledOptions) {
    this.#options = options;
  }

  /** All of them, the soonest first; those that were refused before them. */
  get all(): readonly ScheduledMessage[] {
    return this.#known;
  }

  /** What was cancelled last and can be had again. */
  get cancelled(): ScheduledMessage | null {
    return this.#cancelled;
  }

  /** They have been asked for, and answered. */
  get loaded(): boolean {
    return this.#loaded;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Those of a chat, or of one thread in it. */
  of(chatId: string, thread: number | null = null): readonly ScheduledMessage[] {
    return this.#known.filter((one) => isAt(one, chatId, thread));
  }

  /** What was cancelled last, if it was to be said at this place. */
  cancelledAt(chatId: string, thread: number | null): ScheduledMessage | null {
    const cancelled = this.#cancelled;
    return cancelled !== null && isAt(cancelled, chatId, thread) ? cancelled : null;
  }

  /** Asks for all of them. */
  async load(): Promise<void> {
    this.#aborter.abort();
    const { signal } = (this.#aborter = new AbortController());
    const before = this.#changes;
    const all = new Map<string, ScheduledMessage>();
    try {
      for (const state of STATES) {
        const list = await fetchScheduled(this.#options.http, state, signal);
        for (const one of list) all.set(one.scheduledMessageId, one);
      }
      if (signal.aborted) return;
      this.#error = null;
      this.#loaded = true;
      for (const id of this.#posted) all.delete(id);
      // What was changed here meanwhile is not in all of them.
      if (this.#changes === before) this.#put([...all.values()]);
      else await this.load();
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      this.#error = error;
      this.#wake();
    }
  }

  /** An entry of a chat's log: a message that was scheduled carries its id. */
  heard(entry: LogEntry): void {
    if (entry.type !== 'message.posted' || entry.senderId !== this.#options.me) return;
    this.#posted.add(entry.clientMessageId);
    for (const oldest of [...this.#posted].slice(0, -MOST_POSTED)) this.#posted.delete(oldest);
    const isKnown = this.#known.some(
      ({ scheduledMessageId }) => scheduledMessageId === entry.clientMessageId,
    );
    if (isKnown) this.#drop(entry.clientMessageId);
  }

  /**
   * Has a message posted at a time. Fails as the HttpClient does, as all of the following do. What is asked for again
   * after a lost answer is not made twice.
   */
  async schedule(message: NewScheduledMessage): Promise<ScheduledMessage> {
    const wish = JSON.stringify(message);
    const last = this.#last?.wish === wish ? this.#last : { wish, key: newUuid() };
    this.#last = last;
    try {
      const made = await createScheduled(this.#options.http, message, last.key);
      this.#last = null;
      this.#take(made);
      return made;
    } catch (error) {
      // Whether it was made is not known: the list tells, and a repeat has the same key.
      if (error instanceof ProblemError && error.status < 500) this.#last = null;
      else void this.load();
      throw error;
    }
  }

  /** Other words, or another time. One that was refused is made anew, and then put away. */
  async change(
    message: ScheduledMessage,
    change: { readonly text: string; readonly dueAt?: string; readonly zone: string },
  ): Promise<void> {
    const { text, dueAt, zone } = change;
    if (message.state === 'refused') {
      const again = { ...contentOf(message), text, dueAt: dueAt ?? message.dueAt, zone };
      await this.schedule(again);
      await this.#remove(message);
      return;
    }
    const moved = dueAt === undefined ? {} : { dueAt, zone };
    await this.#changed(changeScheduled(this.#options.http, message, { text, ...moved }));
  }

  /** Has it posted at once; how that went is heard of, or looked at a little later. */
  async sendNow(message: ScheduledMessage): Promise<void> {
    await this.#changed(sendScheduled(this.#options.http, message));
  }

  /** It is not to be posted; {@link restore} has it again. */
  async cancel(message: ScheduledMessage): Promise<void> {
    await this.#remove(message);
    this.#cancelled = message;
  }

  /** Puts away one that was refused. */
  async discard(message: ScheduledMessage): Promise<void> {
    await this.#remove(message);
  }

  /** Has what was cancelled last again, at its time. It stays to be had until that has succeeded. */
  async restore(): Promise<void> {
    const cancelled = this.#cancelled;
    if (cancelled === null) return;
    const { dueAt, zone } = cancelled;
    await this.schedule({ ...contentOf(cancelled), dueAt, zone });
    if (this.#cancelled === cancelled) this.#cancelled = null;
  }

  /** What was cancelled is not wanted again. */
  forget(): void {
    this.#cancelled = null;
  }

  dispose(): void {
    this.#aborter.abort();
    this.#stopTimer();
  }

  /** Shows what one became; when it is not as it was known here, all are asked for. */
  async #changed(changing: Promise<ScheduledMessage>): Promise<void> {
    try {
      const now = await changing;
      if (!this.#posted.has(now.scheduledMessageId)) this.#take(now);
    } catch (error) {
      void this.load();
      throw error;
    }
  }

  async #remove(message: ScheduledMessage): Promise<void> {
    try {
      await deleteScheduled(this.#options.http, message);
    } catch (error) {
      void this.load();
      throw error;
    }
    this.#drop(message.scheduledMessageId);
  }

  #take(message: ScheduledMessage): void {
    this.#changes += 1;
    const others = this.#known.filter(
      ({ scheduledMessageId }) => scheduledMessageId !== message.scheduledMessageId,
    );
    this.#put(message.state === 'sent' ? others : [...others, message]);
  }

  #drop(id: string): void {
    this.#changes += 1;
    this.#put(this.#known.filter(({ scheduledMessageId }) => scheduledMessageId !== id));
  }

  #put(messages: readonly ScheduledMessage[]): void {
    this.#known = [...messages].sort(inOrder);
    this.#wake();
  }

  /** Looks again when the next one should have been posted. */
  #wake(): void {
    this.#stopTimer();
    const now = this.#options.clock.now();
    const due = this.#known
      .filter(({ state }) => state !== 'refused')
      .map(({ dueAt, state }) => (state === 'sending' ? now : Date.parse(dueAt)));
    if (due.length === 0) return;
    const left = Math.min(...due) - now;
    if (left > 0) this.#looks = 0;
    const after = Math.min(LOOK_LAST_MS, LOOK_AFTER_MS * 2 ** this.#looks);
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, left) + after);
    this.#stopTimer = this.#options.clock.after(wait, () => {
      this.#looks += 1;
      void this.load();
    });
  }
}

function isAt(message: ScheduledMessage, chatId: string, thread: number | null): boolean {
  if (message.chatId !== chatId) return false;
  return thread === null || message.thread === thread;
}

function contentOf({ chatId, text, thread, replyTo, attachments }: ScheduledMessage): Content {
  return {
    ...{ chatId, text },
    ...(thread === null ? {} : { thread }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

function inOrder(a: ScheduledMessage, b: ScheduledMessage): number {
  const refused = Number(b.state === 'refused') - Number(a.state === 'refused');
  return refused || Date.parse(a.dueAt) - Date.parse(b.dueAt);
}

/** What the person who is signed in has scheduled. */
export const [useScheduled, provideScheduled] = createContext<ScheduledMessages>();
