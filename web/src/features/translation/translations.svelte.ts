import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type {
  MessageTranslationView,
  MessageView,
  TranslationOffer,
  TranslationPreferences,
  UntranslatedReason,
} from '$platform/api/types';
import { i18n } from '$platform/i18n';
import type { RealtimeClock, TranslationFrame } from '$platform/realtime';

/** Translations that are remembered; the oldest are forgotten. */
const REMEMBERED = 2_000;
/** Messages that one request may name. */
const PER_REQUEST = 100;
/** What comes into sight together is asked for together. */
const GATHER_MS = 50;
/** The live connection brings the translation of what was said just now; when it has not by then, it is asked for. */
const LIVE_MS = 5_000;
const RETRY_MS = 5_000;
const TRIES = 3;

/** What is known of a message in a language. */
export type Translation =
  | { readonly kind: 'asked' }
  | {
      readonly kind: 'translated';
      readonly text: string;
      readonly from: string;
      readonly engine: string;
    }
  | { readonly kind: 'none'; readonly reason: UntranslatedReason; readonly from: string | null };

export interface TranslationsOptions {
  readonly me: string;
  readonly clock: Pick<RealtimeClock, 'now' | 'after'>;
  /** Tells the live connection what I want; false when there is none. */
  readonly readIn: (wish: {
    readonly language: string | null;
    readonly everything: boolean;
    readonly chats: readonly string[];
  }) => boolean;
  readonly fetchPreferences: () => Promise<TranslationPreferences>;
  readonly savePreferences: (
    wish: Pick<TranslationPreferences, 'language' | 'everything'>,
  ) => Promise<TranslationPreferences>;
  readonly saveChatChoice: (chatId: string, translate: boolean) => Promise<void>;
  readonly fetchOffer: () => Promise<TranslationOffer>;
  readonly fetchTranslations: (
    chatId: string,
    seqs: readonly number[],
    language: string,
  ) => Promise<readonly MessageTranslationView[]>;
}

/**
 * What the messages in sight say in the language I read. What is said now comes by the live connection, which is told
 * what I want; everything else is asked for. My own words are never translated for me.
 */
export class Translations {
  readonly #options: TranslationsOptions;
  #preferences = $state.raw<TranslationPreferences | null>(null);
  #offer = $state.raw<TranslationOffer | null>(null);
  readonly #known = new SvelteMap<string, Translation>();
  /** Messages that I asked for one by one. */
  readonly #byHand = new SvelteSet<string>();
  /** Messages of which I want to see what was written. */
  readonly #originals = new SvelteSet<string>();
  /** The first message of a chat that is in a language nobody here can translate: said once, there. */
  readonly #spoken = new SvelteMap<string, string>();
  readonly #tries = new Map<string, number>();
  /** What is to be asked for with the next request, by chat and language. */
  readonly #wanted = new Map<string, Set<number>>();
  readonly #timers = new Set<() => void>();
  #gathering = false;

  constructor(options: TranslationsOptions) {
    this.#options = options;
  }

  /** Null until they are known. */
  get preferences(): TranslationPreferences | null {
    return this.#preferences;
  }

  /** What can be translated here; null until it is known. */
  get offer(): TranslationOffer | null {
    return this.#offer;
  }

  /** The language that I read a chat in; null when I read it as it was written. */
  languageIn(chatId: string): string | null {
    const wish = this.#preferences;
    return (wish?.chats[chatId] ?? wish?.everything) === true ? (wish?.language ?? null) : null;
  }

  /** What is known of a message; null when it is shown as it was written, as far as that is known. */
  of(message: MessageView): Translation | null {
    const language = this.#languageOf(message);
    return language === null ? null : (this.#known.get(keyOf(message, language)) ?? null);
  }

  /** Whether the person asked for this one. */
  isByHand(message: MessageView): boolean {
    return this.#byHand.has(placeOf(message));
  }

  showsOriginal(message: MessageView): boolean {
    return this.#originals.has(placeOf(message));
  }

  /** Shows what was written, or the translation. */
  toggle(message: MessageView): void {
    const place = placeOf(message);
    if (!this.#originals.delete(place)) this.#originals.add(place);
  }

  /** Whether this message is where it is said that nobody can translate its language. */
  saysSo(message: MessageView, from: string): boolean {
    return this.#spoken.get(`${message.chatId}/${from}`) === placeOf(message);
  }

  /** Has one message translated, or shown as it was written again. */
  ask(message: MessageView): void {
    const known = this.of(message);
    if (known?.kind === 'translated') {
      this.toggle(message);
      return;
    }
    this.#byHand.add(placeOf(message));
    const language = this.#languageOf(message);
    if (language === null) return;
    const key = keyOf(message, language);
    this.#known.delete(key);
    this.#tries.delete(key);
    this.#want(message, language, 0);
  }

  /** A message is in sight: what is not known of it and is wanted is asked for. */
  want(message: MessageView): void {
    const language = this.#languageOf(message);
    if (language === null || message.text === '' || this.#known.has(keyOf(message, language))) {
      return;
    }
    const said = Date.parse(message.editedAt ?? message.postedAt);
    const live = !this.isByHand(message) && this.#options.clock.now() - said < LIVE_MS;
    this.#want(message, language, live ? LIVE_MS : 0);
  }

  /** What the live connection says. */
  heard(frame: TranslationFrame): void {
    this.#learn(frame.chatId, frame);
  }

  /** The live connection stands: it is told what I want, which may have changed elsewhere. */
  async connected(): Promise<void> {
    this.#tell();
    try {
      this.#preferences = await this.#options.fetchPreferences();
    } catch {
      // What was known stays in force; without anything known, nothing is translated.
    }
    this.#tell();
    this.#tries.clear();
  }

  async loadOffer(): Promise<void> {
    this.#offer = await this.#options.fetchOffer();
  }

  /** Fails as the HttpClient does; then everything is as before. */
  async choose(language: string | null, everything: boolean): Promise<void> {
    this.#preferences = await this.#options.savePreferences({ language, everything });
    this.#tell();
  }

  /** Reads one chat in my language, or as it is written; in the language of the page when I have chosen none. */
  async chooseChat(chatId: string, translate: boolean): Promise<void> {
    const wish = this.#preferences;
    if (translate && (wish?.language ?? null) === null) await this.choose(i18n.language, false);
    await this.#options.saveChatChoice(chatId, translate);
    const { language = null, everything, chats } = this.#preferences ?? NOTHING;
    this.#preferences = { language, everything, chats: { ...chats, [chatId]: translate } };
    this.#tell();
  }

  dispose(): void {
    for (const stop of this.#timers) stop();
    this.#timers.clear();
  }

  #languageOf(message: MessageView): string | null {
    if (message.senderId === this.#options.me) return null;
    const wanted = this.languageIn(message.chatId);
    if (wanted !== null) return wanted;
    return this.isByHand(message) ? (this.#preferences?.language ?? i18n.language) : null;
  }

  #tell(): void {
    const wish = this.#preferences;
    if (wish === null) return;
    const { language = null, everything } = wish;
    const chats = Object.keys(wish.chats).filter((id) => wish.chats[id] !== everything);
    this.#options.readIn({ language, everything, chats });
  }

  #want(message: MessageView, language: string, inMs: number): void {
    const key = keyOf(message, language);
    this.#remember(key, { kind: 'asked' });
    this.#later(inMs, () => {
      if (this.#known.get(key)?.kind === 'asked') this.#gather(message, language);
    });
  }

  #gather({ chatId, seq }: MessageView, language: string): void {
    const group = `${chatId}/${language}`;
    const seqs = this.#wanted.get(group) ?? new Set<number>();
    this.#wanted.set(group, seqs.add(seq));
    if (this.#gathering) return;
    this.#gathering = true;
    this.#later(GATHER_MS, () => {
      this.#gathering = false;
      const all = [...this.#wanted];
      this.#wanted.clear();
      for (const [one, those] of all) void this.#fetch(one, [...those]);
    });
  }

  async #fetch(group: string, seqs: readonly number[]): Promise<void> {
    const [chatId = '', language = ''] = group.split('/');
    for (let at = 0; at < seqs.length; at += PER_REQUEST) {
      const some = seqs.slice(at, at + PER_REQUEST);
      try {
        const found = await this.#options.fetchTranslations(chatId, some, language);
        for (const one of found) this.#learn(chatId, one);
        this.#giveUp(chatId, some, language);
      } catch {
        this.#failed(chatId, some, language);
      }
    }
  }

  /** What was asked for and not answered is not there any more, or has another text by now. */
  #giveUp(chatId: string, seqs: readonly number[], language: string): void {
    this.#each(chatId, seqs, language, (key) => this.#known.delete(key));
  }

  #failed(chatId: string, seqs: readonly number[], language: string): void {
    this.#each(chatId, seqs, language, (key, seq) => {
      const tries = (this.#tries.get(key) ?? 0) + 1;
      this.#tries.set(key, tries);
      if (tries >= TRIES) {
        this.#remember(key, { kind: 'none', reason: 'engines-failed', from: null });
        return;
      }
      this.#later(RETRY_MS * tries, () => {
        if (this.#known.get(key)?.kind === 'asked') {
          this.#gather({ chatId, seq } as MessageView, language);
        }
      });
    });
  }

  /** Those of the messages that are still asked for, whatever their version. */
  #each(
    chatId: string,
    seqs: readonly number[],
    language: string,
    act: (key: string, seq: number) => void,
  ): void {
    const asked = new Set(seqs);
    for (const [key, known] of [...this.#known]) {
      const [chat, seq, , of] = key.split('/');
      const meant = chat === chatId && of === language && asked.has(Number(seq));
      if (meant && known.kind === 'asked') act(key, Number(seq));
    }
  }

  #learn(chatId: string, told: MessageTranslationView | TranslationFrame): void {
    const { message, version, language } = told;
    const key = `${chatId}/${String(message)}/${String(version)}/${language}`;
    const from = told.sourceLanguage ?? null;
    if ('text' in told && told.text !== undefined) {
      const { text, engine = '' } = told;
      this.#remember(key, { kind: 'translated', text, from: from ?? '', engine });
    } else if ('reason' in told && told.reason !== undefined) {
      this.#remember(key, { kind: 'none', reason: told.reason, from });
      const spoken = `${chatId}/${from ?? ''}`;
      if (told.reason === 'no-engine' && !this.#spoken.has(spoken)) {
        this.#spoken.set(spoken, `${chatId}/${String(message)}`);
      }
    }
  }

  #remember(key: string, translation: Translation): void {
    this.#known.delete(key);
    this.#known.set(key, translation);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }

  #later(ms: number, run: () => void): void {
    if (ms === 0) {
      run();
      return;
    }
    const stop = this.#options.clock.after(ms, () => {
      this.#timers.delete(stop);
      run();
    });
    this.#timers.add(stop);
  }
}

const NOTHING: TranslationPreferences = { language: null, everything: false, chats: {} };

function placeOf({ chatId, seq }: MessageView): string {
  return `${chatId}/${String(seq)}`;
}

function keyOf(message: MessageView, language: string): string {
  return `${placeOf(message)}/${String(message.version ?? 1)}/${language}`;
}

/** The translations of the person who is signed in. */
export const [useTranslations, provideTranslations] = createContext<Translations>();
