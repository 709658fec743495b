import { fold } from '$features/conversations';

/** Somebody, or everybody, who can be called. */
export interface Callable {
  readonly handle: string;
  readonly name: string;
  /** Null for @all and @here. */
  readonly userId: string | null;
}

const MOST_SHOWN = 8;
/** An @ at the beginning of a word, and what was typed of the name. */
const BEGUN = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,30})$/u;

/** The list of names that opens behind an @ in the composer. */
export class MentionBox {
  readonly chatId: string;
  #query = $state<string | null>(null);
  #people = $state.raw<readonly Callable[]>([]);
  #index = $state(0);
  #range = { from: 0, to: 0 };

  constructor(chatId: string) {
    this.chatId = chatId;
  }

  readonly shown: readonly Callable[] = $derived.by(() => {
    if (this.#query === null) return [];
    const query = fold(this.#query);
    const matches = ({ handle, name }: Callable) =>
      handle.startsWith(query) ||
      fold(name)
        .split(/\s+/)
        .some((word) => word.startsWith(query));
    return this.#people.filter(matches).slice(0, MOST_SHOWN);
  });

  /** A name is being typed: the members are wanted. */
  get wanted(): boolean {
    return this.#query !== null;
  }

  get open(): boolean {
    return this.shown.length > 0;
  }

  get index(): number {
    return Math.min(this.#index, Math.max(0, this.shown.length - 1));
  }

  /** What of the text the chosen name takes the place of. */
  get range(): { from: number; to: number } {
    return this.#range;
  }

  know(people: readonly Callable[]): void {
    this.#people = people;
  }

  /** The text changed; the cursor is at `cursor`. */
  look(text: string, cursor: number): void {
    const begun = BEGUN.exec(text.slice(0, cursor));
    const query = begun?.[1] ?? null;
    if (query !== this.#query) this.#index = 0;
    this.#query = query;
    if (query !== null) this.#range = { from: cursor - query.length - 1, to: cursor };
  }

  close(): void {
    this.#query = null;
  }

  /** A key in the composer: who is chosen by it, that it moved in the list, or null when it is none of ours. */
  pressed(key: string): Callable | 'moved' | null {
    if (!this.open) return null;
    const count = this.shown.length;
    if (key === 'ArrowDown') this.#index = (this.index + 1) % count;
    else if (key === 'ArrowUp') this.#index = (this.index - 1 + count) % count;
    else if (key === 'Escape') this.close();
    else if (key === 'Enter' || key === 'Tab') return this.shown[this.index] ?? null;
    else return null;
    return 'moved';
  }
}
