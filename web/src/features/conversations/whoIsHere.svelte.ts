import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Presence, RealtimeClock } from '$platform/realtime';

/** Somebody who is writing, in the main conversation (null) or in a thread. */
interface Typist {
  readonly userId: string;
  readonly thread: number | null;
  readonly until: number;
}

/** As many of those who write are kept for a chat: more are not named anyway. */
const MOST_TYPISTS = 20;
/** Longer than this nobody counts as writing, whatever their clock says. */
const TYPING_AT_MOST_MS = 15_000;

/** Who is there, and who is writing: nothing of it lasts, and none of it is in a log. */
export class WhoIsHere {
  /** The people online or away among those I share a chat with. */
  readonly online = new SvelteSet<string>();
  readonly #presence = new SvelteMap<string, Presence>();
  readonly #typing = new SvelteMap<string, readonly Typist[]>();
  readonly #clock: RealtimeClock;
  readonly #timers = new Set<() => void>();

  constructor(clock: RealtimeClock) {
    this.#clock = clock;
  }

  presenceOf(userId: string): Presence | undefined {
    return this.#presence.get(userId);
  }

  /** The ids of those who write at a place. */
  typingIn(chatId: string, thread: number | null): readonly string[] {
    return (this.#typing.get(chatId) ?? [])
      .filter((one) => one.thread === thread)
      .map(({ userId }) => userId);
  }

  greeted(present: readonly Presence[]): void {
    this.online.clear();
    this.#presence.clear();
    this.#typing.clear();
    for (const one of present) this.show(one);
  }

  show(presence: Presence): void {
    const here = presence.status !== 'offline';
    this.online[here ? 'add' : 'delete'](presence.userId);
    this.#presence.set(presence.userId, presence);
  }

  types(chatId: string, userId: string, thread: number | null, untilMs: number): void {
    const now = this.#clock.now();
    // Small numbers are a duration, others a moment; both are bounded.
    const wanted = untilMs > TYPING_AT_MOST_MS ? untilMs - now : untilMs;
    const ms = Math.min(Math.max(wanted, 0), TYPING_AT_MOST_MS);
    this.stops(chatId, userId, thread);
    const others = this.#typing.get(chatId) ?? [];
    if (ms === 0 || others.length >= MOST_TYPISTS) return;
    const typist = { userId, thread, until: now + ms };
    this.#typing.set(chatId, [...others, typist]);
    const cancel = this.#clock.after(ms, () => {
      this.#timers.delete(cancel);
      this.#set(chatId, (one) => one !== typist);
    });
    this.#timers.add(cancel);
  }

  /** Somebody said something: they write no more. */
  stops(chatId: string, userId: string, thread: number | null): void {
    this.#set(chatId, (one) => one.userId !== userId || one.thread !== thread);
  }

  dispose(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  #set(chatId: string, keep: (one: Typist) => boolean): void {
    const typists = this.#typing.get(chatId);
    if (typists === undefined) return;
    const rest = typists.filter(keep);
    if (rest.length === typists.length) return;
    if (rest.length === 0) this.#typing.delete(chatId);
    else this.#typing.set(chatId, rest);
  }
}
