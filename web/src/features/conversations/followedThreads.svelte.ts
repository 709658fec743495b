import type { HttpClient } from '$platform/http';
import type { RealtimeClock } from '$platform/realtime';
import type { ThreadView } from '$platform/api/types';
import { fetchThreads, followThread } from './conversationsApi';

/** Replies come in bursts: the list is asked for once for all that come within this time. */
const GATHER_MS = 400;

/** The threads I follow, those with the newest replies first, each with what is unread in it. */
export class FollowedThreads {
  readonly #http: HttpClient;
  readonly #clock: RealtimeClock;
  #items = $state.raw<readonly ThreadView[]>([]);
  #before = $state.raw<string | null>(null);
  #failed = $state(false);
  #loaded = $state(false);
  #cancel: (() => void) | null = null;

  constructor(http: HttpClient, clock: RealtimeClock) {
    this.#http = http;
    this.#clock = clock;
  }

  get items(): readonly ThreadView[] {
    return this.#items;
  }

  get hasMore(): boolean {
    return this.#before !== null;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** How many of them have something unread. */
  get unread(): number {
    return this.#items.filter(({ unread }) => unread > 0).length;
  }

  find(chatId: string, root: number): ThreadView | undefined {
    return this.#items.find((one) => one.root.chatId === chatId && one.root.seq === root);
  }

  refreshSoon(): void {
    this.#cancel ??= this.#clock.after(GATHER_MS, () => {
      this.#cancel = null;
      void this.load();
    });
  }

  async load(): Promise<void> {
    await this.#fetch(null);
  }

  async more(): Promise<void> {
    if (this.#before !== null) await this.#fetch(this.#before);
  }

  /** I have read all of a thread, up to a seq. */
  read(chatId: string, root: number, readSeq: number): void {
    this.#items = this.#items.map((one) =>
      one.root.chatId === chatId && one.root.seq === root && readSeq > one.readSeq
        ? { ...one, readSeq, unread: 0, mentions: 0 }
        : one,
    );
  }

  async follow(chatId: string, root: number, following: boolean): Promise<void> {
    await followThread(this.#http, chatId, root, following);
    await this.load();
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #fetch(before: string | null): Promise<void> {
    try {
      const page = await fetchThreads(this.#http, before);
      this.#items = before === null ? page.items : [...this.#items, ...page.items];
      this.#before = page.before ?? null;
      this.#failed = false;
      this.#loaded = true;
    } catch {
      // What is shown stays, and may be old; the next reply or connection asks again.
      this.#failed = true;
    }
  }
}
