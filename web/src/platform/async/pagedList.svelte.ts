import type { Page } from '$platform/api/types';
import { isAbort } from '$platform/http';

export type PageSource<T> = (
  query: string,
  cursor: string | null,
  signal: AbortSignal,
) => Promise<Page<T>>;

const TYPING_MS = 200;

/** A list that is fetched page by page, begun anew for each query. The answer to an older query never shows. */
export class PagedList<T> {
  #items = $state.raw<readonly T[]>([]);
  #state = $state<'idle' | 'loading' | 'done' | 'failed'>('idle');
  #error = $state.raw<unknown>(null);
  #next = $state.raw<string | null>(null);
  #query = '';
  #aborter = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #source: PageSource<T>;

  constructor(source: PageSource<T>) {
    this.#source = source;
  }

  get items(): readonly T[] {
    return this.#items;
  }

  get loading(): boolean {
    return this.#state === 'loading';
  }

  /** The whole of what was asked for has been answered at least once. */
  get done(): boolean {
    return this.#state === 'done';
  }

  get error(): unknown {
    return this.#error;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Fetches the first page for a query, shortly after the last keystroke. */
  search(query: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(query), TYPING_MS);
  }

  async load(query = this.#query): Promise<void> {
    this.#query = query;
    await this.#fetch(null);
  }

  async more(): Promise<void> {
    if (this.#next !== null && !this.loading) await this.#fetch(this.#next);
  }

  /** Puts other items in the place of these, after a change made here. */
  replace(change: (items: readonly T[]) => readonly T[]): void {
    this.#items = change(this.#items);
  }

  clear(): void {
    this.dispose();
    this.#items = [];
    this.#next = null;
    this.#error = null;
    this.#state = 'idle';
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#aborter.abort();
  }

  async #fetch(cursor: string | null): Promise<void> {
    this.#aborter.abort();
    const aborter = (this.#aborter = new AbortController());
    this.#state = 'loading';
    this.#error = null;
    try {
      const page = await this.#source(this.#query, cursor, aborter.signal);
      if (aborter.signal.aborted) return;
      this.#items = cursor === null ? page.items : [...this.#items, ...page.items];
      this.#next = page.next ?? null;
      this.#state = 'done';
    } catch (error) {
      if (aborter.signal.aborted || isAbort(error)) return;
      this.#error = error;
      this.#state = 'failed';
    }
  }
}
