import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { EmojiView } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import type { RealtimeClock } from '$platform/realtime';
import type { KeptValues } from '$platform/storage/keptValues';

/** Another shape of what is kept goes under another key. */
const KEY = 'emoji.1';
/** Chats whose emoji are remembered; those shown least recently are forgotten. */
const REMEMBERED = 100;
/** After no answer, a chat that is shown is asked about again: first after this, and each time later. */
const FIRST_MS = 1_000;
const GROWTH = 2;
const LAST_MS = 60_000;
/** After so many times, some four minutes, only a connection that is back, or another visit, asks again. */
const MOST_TRIES = 10;

/** The emoji of one chat, as far as they are known. */
export class EmojiList {
  /** By their names. */
  readonly items: readonly EmojiView[];
  /** Whether the suite has ever said which they are. */
  readonly known: boolean;
  /** Whether nobody answered last. */
  readonly failed: boolean;
  readonly #byName: ReadonlyMap<string, EmojiView>;

  constructor(items: readonly EmojiView[], known: boolean, failed: boolean) {
    this.items = [...items].sort(byName);
    this.known = known;
    this.failed = failed;
    this.#byName = new Map(items.map((one) => [one.name, one]));
  }

  find(name: string): EmojiView | null {
    return this.#byName.get(name) ?? null;
  }
}

const NOTHING_KNOWN = new EmojiList([], false, false);

/** How far a chat's emoji have been asked for. */
class Inquiry {
  readonly chatId: string;
  /** The entry of the log they are as of. */
  asOf: number | null = null;
  /** The entry of the log they should be as of. */
  wanted: number | null = null;
  /** In how many places the chat is shown. */
  shown = 0;
  tries = 0;
  asking = false;
  /** Ends the wait before it is asked about again. */
  wake: (() => void) | null = null;

  constructor(chatId: string) {
    this.chatId = chatId;
  }

  rest(): void {
    this.wake?.();
    this.wake = null;
  }
}

interface KeptList {
  readonly chatId: string;
  readonly asOf: number;
  readonly items: readonly EmojiView[];
}

export interface ChatEmojiOptions {
  readonly fetch: (chatId: string) => Promise<readonly EmojiView[]>;
  readonly clock: RealtimeClock;
  readonly kept: KeptValues;
}

/**
 * The chats' own emoji: asked for when a chat is shown and its log says that they may have changed, remembered for
 * the next time, also over visits, and shown as they were while nobody answers.
 */
export class ChatEmoji {
  readonly #options: ChatEmojiOptions;
  readonly #lists = new SvelteMap<string, EmojiList>();
  /** Of the same chats, in the order they were shown in. */
  readonly #inquiries = new Map<string, Inquiry>();
  #disposed = false;

  constructor(options: ChatEmojiOptions) {
    this.#options = options;
  }

  /** Begins with what was known at the last visit. */
  async start(): Promise<void> {
    const kept = (await this.#options.kept.read<readonly KeptList[]>(KEY)) ?? [];
    for (const { chatId, asOf, items } of kept) {
      if (this.of(chatId).known) continue;
      this.#inquiry(chatId).asOf = asOf;
      this.#lists.set(chatId, new EmojiList(items, true, false));
    }
  }

  /** What is known of a chat's emoji; asks for nothing. */
  of(chatId: string): EmojiList {
    return this.#lists.get(chatId) ?? NOTHING_KNOWN;
  }

  /** A chat is shown whose emoji changed last with an entry of its log; until the returned function is called. */
  show(chatId: string, emojiSeq: number): () => void {
    const inquiry = this.#inquiry(chatId);
    inquiry.wanted = emojiSeq;
    inquiry.shown += 1;
    this.#again(inquiry);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      inquiry.shown -= 1;
      if (inquiry.shown === 0) inquiry.rest();
    };
  }

  /** The suite can be reached again. */
  reachable(): void {
    for (const inquiry of this.#inquiries.values()) if (inquiry.shown > 0) this.#again(inquiry);
  }

  /** I gave a chat an emoji; its log says so too, in a moment. */
  added(chatId: string, emoji: EmojiView): void {
    this.#change(chatId, (items) => [...items.filter(({ name }) => name !== emoji.name), emoji]);
  }

  /** I took an emoji of a chat away. */
  removed(chatId: string, name: string): void {
    this.#change(chatId, (items) => items.filter((one) => one.name !== name));
  }

  dispose(): void {
    this.#disposed = true;
    for (const inquiry of this.#inquiries.values()) inquiry.rest();
  }

  #change(chatId: string, change: (items: readonly EmojiView[]) => readonly EmojiView[]): void {
    this.#inquiry(chatId);
    const { items, known, failed } = this.of(chatId);
    this.#lists.set(chatId, new EmojiList(change(items), known, failed));
  }

  #again(inquiry: Inquiry): void {
    inquiry.rest();
    inquiry.tries = 0;
    void this.#ask(inquiry);
  }

  async #ask(inquiry: Inquiry): Promise<void> {
    const { chatId, wanted } = inquiry;
    if (inquiry.asking || wanted === null || inquiry.asOf === wanted || this.#disposed) return;
    inquiry.asking = true;
    inquiry.tries += 1;
    try {
      this.#lists.set(chatId, new EmojiList(await this.#options.fetch(chatId), true, false));
      inquiry.asOf = wanted;
      this.#keep();
    } catch (error) {
      const { items, known } = this.of(chatId);
      this.#lists.set(chatId, new EmojiList(items, known, true));
      this.#later(inquiry, error);
    } finally {
      inquiry.asking = false;
    }
    // They changed once more while the answer was on its way.
    if (inquiry.asOf === wanted && inquiry.shown > 0) void this.#ask(inquiry);
  }

  #later(inquiry: Inquiry, error: unknown): void {
    // Who is not in the chat any more gets no other answer by asking again.
    const refused = error instanceof ProblemError && [403, 404].includes(error.status);
    if (refused || inquiry.shown === 0 || inquiry.tries >= MOST_TRIES || this.#disposed) return;
    const rest = Math.min(LAST_MS, FIRST_MS * GROWTH ** (inquiry.tries - 1));
    const spread = 0.75 + this.#options.clock.random() / 2;
    inquiry.wake = this.#options.clock.after(rest * spread, () => {
      inquiry.wake = null;
      void this.#ask(inquiry);
    });
  }

  #keep(): void {
    const lists = [...this.#inquiries.values()].flatMap(({ chatId, asOf }): KeptList[] =>
      asOf === null ? [] : [{ chatId, asOf, items: this.of(chatId).items }],
    );
    void this.#options.kept.write(KEY, lists);
  }

  /** The one there is of a chat, or a new one; those of chats that were shown least recently make room. */
  #inquiry(chatId: string): Inquiry {
    const inquiry = this.#inquiries.get(chatId) ?? new Inquiry(chatId);
    this.#inquiries.delete(chatId);
    this.#inquiries.set(chatId, inquiry);
    for (const [other, { shown, asking }] of this.#inquiries) {
      if (this.#inquiries.size <= REMEMBERED) break;
      if (shown > 0 || asking || other === chatId) continue;
      this.#inquiries.delete(other);
      this.#lists.delete(other);
    }
    return inquiry;
  }
}

function byName(a: EmojiView, b: EmojiView): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** The chats' own emoji, for every component below the shell. */
export const [useChatEmoji, provideChatEmoji] = createContext<ChatEmoji>();
