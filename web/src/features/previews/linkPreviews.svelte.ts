import { createContext } from 'svelte';
import type { LinkPreview, MessagePreviews, MessageView } from '$platform/api/types';
import type { RealtimeClock } from '$platform/realtime';
import type { KeyedStorage } from '$platform/storage/keyedStorage';

/** Messages whose previews are asked for at once. */
const AT_ONCE = 2;
/** Messages whose previews are remembered; the ones looked at least recently are forgotten. */
const REMEMBERED = 500;
/** A page that is slow is asked for again after this, and twice as long after that. */
const PATIENCE_MS = 2_000;
const TRIES = 3;
const HIDDEN_KEY = 'linkPreviews';

const LINK = /https?:\/\/\S/i;

/** The previews of one version of one message, as far as they are known. */
export class MessageCards {
  readonly message: MessageView;
  items = $state.raw<readonly LinkPreview[]>([]);
  /** How often they were asked for. */
  tries = 0;
  done = false;
  asking = false;

  constructor(message: MessageView) {
    this.message = message;
  }
}

export interface LinkPreviewsOptions {
  readonly fetch: (message: MessageView) => Promise<MessagePreviews>;
  readonly clock: Pick<RealtimeClock, 'after'>;
  readonly storage: KeyedStorage;
}

/**
 * The link previews of the messages in sight: asked for a few at a time, those that came into sight last first, and
 * remembered for each version of a message. What can not be had is not shown, and nothing is said about it.
 */
export class LinkPreviews {
  readonly #options: LinkPreviewsOptions;
  readonly #known = new Map<string, MessageCards>();
  readonly #wanted = new Set<MessageCards>();
  readonly #timers = new Set<() => void>();
  #asking = 0;
  #hidden = $state(false);

  constructor(options: LinkPreviewsOptions) {
    this.#options = options;
    this.#hidden = options.storage.get(HIDDEN_KEY) === 'hidden';
  }

  /** The person wants none; kept in this browser. */
  get hidden(): boolean {
    return this.#hidden;
  }

  hide(hidden: boolean): void {
    this.#hidden = hidden;
    if (hidden) this.#options.storage.set(HIDDEN_KEY, 'hidden');
    else this.#options.storage.remove(HIDDEN_KEY);
  }

  /** What is known of a message's links; asks for nothing. */
  of(message: MessageView): MessageCards {
    const key = `${message.chatId}/${String(message.seq)}/${String(message.version ?? 1)}`;
    const cards = this.#known.get(key) ?? new MessageCards(message);
    this.#known.delete(key);
    this.#known.set(key, cards);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return cards;
  }

  /** The message is in sight: what is not known of it is asked for in its turn. */
  want(cards: MessageCards): void {
    if (this.#hidden || cards.done || cards.asking) return;
    this.#wanted.add(cards);
    this.#next();
  }

  /** The message is out of sight: unless it is being asked for, it is not any more. */
  unwant(cards: MessageCards): void {
    this.#wanted.delete(cards);
  }

  dispose(): void {
    this.#wanted.clear();
    for (const stop of this.#timers) stop();
    this.#timers.clear();
  }

  #next(): void {
    const cards = [...this.#wanted].at(-1);
    if (cards === undefined || this.#asking >= AT_ONCE) return;
    this.#wanted.delete(cards);
    void this.#ask(cards);
    this.#next();
  }

  async #ask(cards: MessageCards): Promise<void> {
    this.#asking += 1;
    cards.asking = true;
    cards.tries += 1;
    try {
      const { items, pending } = await this.#options.fetch(cards.message);
      cards.items = items.filter(({ url }) => leadsOutside(url));
      cards.done = !pending || cards.tries >= TRIES;
      if (!cards.done) this.#later(cards);
    } catch {
      // There is no card, as for a page that has nothing to tell. It is asked for when it comes into sight again.
      cards.done = cards.tries >= TRIES;
    } finally {
      cards.asking = false;
      this.#asking -= 1;
      this.#next();
    }
  }

  #later(cards: MessageCards): void {
    const stop = this.#options.clock.after(PATIENCE_MS * cards.tries, () => {
      this.#timers.delete(stop);
      this.want(cards);
    });
    this.#timers.add(stop);
  }
}

/** Whether a text may lead somewhere; the suite decides what in it is a link. */
export function mayHaveLinks(text: string): boolean {
  return LINK.test(text);
}

/** Where a link leads, as a person would say it; null when it is no address of a page. */
export function hostOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? host.replace(/^www\./, '') : null;
  } catch {
    return null;
  }
}

/** Links to this application need no card that says what it is. */
function leadsOutside(url: string): boolean {
  return hostOf(url) !== null && new URL(url).origin !== location.origin;
}

export const [useLinkPreviews, provideLinkPreviews] = createContext<LinkPreviews>();
