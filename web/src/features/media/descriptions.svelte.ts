import { createContext } from 'svelte';
import type { MediaView } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import type { RealtimeClock } from '$platform/realtime';
import type { ShownAttachment } from './attachment';

/** As many files are asked about at once, as the suite lets us. */
const AT_ONCE = 100;
/** What is wanted within a frame is asked for together. */
const FRAME_MS = 16;
/** An address that is good for less than this is not begun with. */
const MARGIN_MS = 60_000;
/** A file that is still looked into is asked about again after this, and each time later. */
const FIRST_MS = 1_000;
const GROWTH = 1.6;
const LAST_MS = 15_000;
/** After so many times, some three minutes, only somebody who looks again, or presses, asks again. */
const MOST_TRIES = 16;
/** Files that are remembered; those looked at least recently are forgotten. */
const REMEMBERED = 2_000;
/** Pictures that are shown out of this browser although the suite has them. */
const LENT = 200;

/**
 * What is known of a file: nothing yet, its description, that it is not there any more, that it is not for me to see
 * any more, or that nobody answered.
 */
export type MediaStanding = 'unknown' | 'known' | 'gone' | 'withdrawn' | 'failed';

/** One file, as far as it is known. */
export class MediaCard {
  readonly mediaId: string;
  view = $state.raw<MediaView | null>(null);
  standing = $state<MediaStanding>('unknown');
  /** How many places show it that are in sight. */
  wanted = 0;
  /** How often it was asked about since it came into sight. */
  tries = 0;
  asking = false;
  /** Ends the wait before it is asked about again. */
  wake: (() => void) | null = null;

  constructor(mediaId: string) {
    this.mediaId = mediaId;
  }
}

export interface MediaDescriptionsOptions {
  readonly me: string;
  readonly fetch: (ids: readonly string[]) => Promise<readonly MediaView[]>;
  /** Tells why a file was not among those answered. */
  readonly fetchOne: (mediaId: string) => Promise<MediaView>;
  readonly clock: RealtimeClock;
}

/**
 * The files in sight, described: asked for together, remembered with their addresses until shortly before those
 * expire, and asked for again, later each time, while the suite is looking into them.
 */
export class MediaDescriptions {
  readonly me: string;
  readonly #options: MediaDescriptionsOptions;
  readonly #known = new Map<string, MediaCard>();
  readonly #queue = new Set<MediaCard>();
  readonly #lent = new Map<string, ShownAttachment>();
  #frame: (() => void) | null = null;
  /** Why files are not there is found out one after the other. */
  #reasons: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(options: MediaDescriptionsOptions) {
    this.#options = options;
    this.me = options.me;
  }

  /** What is known of a file; asks for nothing. */
  of(mediaId: string): MediaCard {
    const card = this.#known.get(mediaId) ?? new MediaCard(mediaId);
    this.#known.delete(mediaId);
    this.#known.set(mediaId, card);
    if (this.#known.size > REMEMBERED) this.#forgetOne();
    return card;
  }

  /** The file is in sight, until the returned function is called. */
  want(card: MediaCard): () => void {
    card.wanted += 1;
    if (card.wanted === 1) {
      card.tries = 0;
      if (this.#isDue(card)) this.#enqueue(card);
    }
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      card.wanted -= 1;
      if (card.wanted === 0) this.#rest(card);
    };
  }

  /** Somebody wants it tried again. */
  retry(card: MediaCard): void {
    card.tries = 0;
    this.#enqueue(card);
  }

  /** Something has been described elsewhere: in a list of a chat's files. */
  learn(views: readonly MediaView[]): void {
    for (const view of views) {
      const card = this.of(view.id);
      card.view = view;
      card.standing = 'known';
    }
  }

  /**
   * The description with addresses that can be begun with, asked for when those at hand are about to expire, or
   * `anew`, because one of them did not work. Null when there is none; the card then says why.
   */
  async fresh(card: MediaCard, anew = false): Promise<MediaView | null> {
    if (!anew && card.view !== null && !this.#isStale(card.view)) return card.view;
    await this.#ask([card]);
    return card.standing === 'known' ? card.view : null;
  }

  /** A message of mine shows a file that is in this browser: the same file goes on being shown when the suite has it. */
  lend(attachment: ShownAttachment): void {
    this.#lent.set(attachment.mediaId, attachment);
    const [oldest] = this.#lent.keys();
    if (this.#lent.size > LENT && oldest !== undefined) this.#lent.delete(oldest);
  }

  /** The file in this browser is not there any more. */
  giveBack(mediaId: string): void {
    this.#lent.delete(mediaId);
  }

  /** A file of the log, with what this browser has of it. */
  withLent(attachment: ShownAttachment): ShownAttachment {
    const lent = this.#lent.get(attachment.mediaId);
    if (lent === undefined) return attachment;
    const { localUrl, width, height, durationMs } = lent;
    return { width, height, durationMs, ...attachment, localUrl } as ShownAttachment;
  }

  dispose(): void {
    this.#disposed = true;
    this.#frame?.();
    for (const card of this.#known.values()) this.#rest(card);
  }

  #isDue(card: MediaCard): boolean {
    const { view } = card;
    return view === null || view.state === 'processing' || this.#isStale(view);
  }

  /** By this device's clock; where that is wrong, an address that does not work is asked for anew. */
  #isStale({ addressesExpireAt }: MediaView): boolean {
    return Date.parse(addressesExpireAt) - MARGIN_MS <= this.#options.clock.now();
  }

  #enqueue(card: MediaCard): void {
    card.wake?.();
    card.wake = null;
    if (card.asking || this.#disposed) return;
    this.#queue.add(card);
    this.#frame ??= this.#options.clock.after(FRAME_MS, () => {
      this.#frame = null;
      this.#flush();
    });
  }

  #flush(): void {
    const cards = [...this.#queue];
    this.#queue.clear();
    for (let from = 0; from < cards.length; from += AT_ONCE) {
      void this.#ask(cards.slice(from, from + AT_ONCE));
    }
  }

  async #ask(cards: readonly MediaCard[]): Promise<void> {
    for (const card of cards) {
      card.asking = true;
      card.tries += 1;
    }
    try {
      const views = await this.#options.fetch(cards.map(({ mediaId }) => mediaId));
      this.learn(views);
      const answered = new Set(views.map(({ id }) => id));
      const absent = cards.filter(({ mediaId }) => !answered.has(mediaId));
      this.#later(cards.filter(({ view }) => view?.state === 'processing'));
      await this.#findOutWhy(absent);
    } catch {
      for (const card of cards) if (card.view === null) card.standing = 'failed';
      this.#later(cards);
    } finally {
      for (const card of cards) card.asking = false;
    }
  }

  /** Asks again after a while, those that were asked about as often at the same time. */
  #later(cards: readonly MediaCard[]): void {
    const spread = 0.75 + this.#options.clock.random() / 2;
    for (const card of cards) {
      if (card.wanted === 0 || card.tries >= MOST_TRIES || this.#disposed) continue;
      const rest = Math.min(LAST_MS, FIRST_MS * GROWTH ** (card.tries - 1));
      card.wake?.();
      card.wake = this.#options.clock.after(rest * spread, () => {
        card.wake = null;
        this.#enqueue(card);
      });
    }
  }

  #findOutWhy(cards: readonly MediaCard[]): Promise<void> {
    for (const card of cards) {
      this.#reasons = this.#reasons.then(() => this.#askWhy(card));
    }
    return this.#reasons;
  }

  async #askWhy(card: MediaCard): Promise<void> {
    if (this.#disposed) return;
    try {
      this.learn([await this.#options.fetchOne(card.mediaId)]);
    } catch (error) {
      const status = error instanceof ProblemError ? error.status : 0;
      if (status === 403) card.standing = 'withdrawn';
      else if (status === 404) card.standing = 'gone';
      else {
        card.standing = 'failed';
        this.#later([card]);
      }
    }
  }

  #rest(card: MediaCard): void {
    this.#queue.delete(card);
    card.wake?.();
    card.wake = null;
  }

  #forgetOne(): void {
    for (const [mediaId, card] of this.#known) {
      if (card.wanted > 0 || card.asking) continue;
      this.#known.delete(mediaId);
      return;
    }
  }
}

/** What is known of files, for every component below the shell. */
export const [useMedia, provideMedia] = createContext<MediaDescriptions>();
