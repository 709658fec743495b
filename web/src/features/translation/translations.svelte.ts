import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type {
  MessageTranslationView,
  MessageView,
  TranslationOffer,
  TranslationView,
} from '$platform/api/types';
import type { RealtimeClock, TranslationFrame } from '$platform/realtime';
import { Asking, type AskingOptions } from './asking';
import type { TranslateCommand } from './command';
import { LANGUAGES, languageName, THIS_DEVICE } from './names';
import type { DeviceOutcome, DeviceReason, OnDeviceTranslator } from './onDevice';
import { Wishes, type WishesOptions } from './wishes.svelte';

/** Translations that are remembered; the oldest are forgotten. */
const REMEMBERED = 2_000;
/** The live connection brings the translation of what was said just now; when it has not by then, it is asked for. */
export const LIVE_MS = 5_000;

/** How the keys of what this device has translated end. */
const BY_THIS_DEVICE = `/${THIS_DEVICE}`;

/** What is known of a message in a language. */
export type Translation =
  | { readonly kind: 'asked' }
  | {
      readonly kind: 'translated';
      readonly text: string;
      readonly from: string;
      readonly engine: string;
    }
  | { readonly kind: 'none'; readonly reason: DeviceReason; readonly from: string | null };

export interface TranslationsOptions extends Omit<WishesOptions, 'hasDevice'> {
  readonly me: string;
  readonly clock: Pick<RealtimeClock, 'now' | 'after'>;
  readonly fetchOffer: () => Promise<TranslationOffer>;
  readonly fetchTranslations: AskingOptions['fetch'];
  readonly translateText: (text: string, target: string) => Promise<TranslationView | null>;
  /** The translator of this browser; null where there is none. */
  readonly device: OnDeviceTranslator | null;
}

/**
 * What the messages in sight say in the language I read. What is said now comes by the live connection, everything else
 * is asked for; or this device translates, and no text leaves it. My own words are never translated for me.
 */
export class Translations {
  readonly wishes: Wishes;
  readonly #options: TranslationsOptions;
  readonly #asking: Asking;
  #offer = $state.raw<TranslationOffer | null>(null);
  readonly #known = new SvelteMap<string, Translation>();
  /** Messages that I asked for one by one. */
  readonly #byHand = new SvelteSet<string>();
  /** Messages of which I want to see what was written. */
  readonly #originals = new SvelteSet<string>();
  /** By a chat, a language and why it is not translated: the first message of which that is so. It is said there, once. */
  readonly #spoken = new SvelteMap<string, string>();
  /** What nobody has answered: asked for again when the connection comes back. */
  readonly #unanswered = new Set<string>();

  constructor(options: TranslationsOptions) {
    this.#options = options;
    this.wishes = new Wishes({ ...options, hasDevice: options.device !== null });
    this.#asking = new Asking({
      clock: options.clock,
      fetch: options.fetchTranslations,
      open: ({ key }) => this.#known.get(key)?.kind === 'asked',
      learned: (chatId, found) => {
        this.#learn(chatId, found);
      },
      gaveUp: ({ key }) => {
        this.#unanswered.add(key);
        this.#remember(key, { kind: 'none', reason: 'engines-failed', from: null });
      },
    });
  }

  /** What the suite can translate; null until it is known. */
  get offer(): TranslationOffer | null {
    return this.#offer;
  }

  /** Whether this browser has a translator of its own. */
  get hasDevice(): boolean {
    return this.#options.device !== null;
  }

  /** What is known of a message; null when it is shown as it was written, as far as that is known. */
  of(message: MessageView): Translation | null {
    const language = this.languageOf(message);
    return language === null ? null : (this.#known.get(this.#keyOf(message, language)) ?? null);
  }

  /** The language that a message is read in; null for as it was written. */
  languageOf(message: MessageView): string | null {
    if (message.senderId === this.#options.me) return null;
    const byHand = this.isByHand(message) ? this.wishes.language : null;
    return this.wishes.languageIn(message.chatId) ?? byHand;
  }

  /** Whether the person asked for this one. */
  isByHand(message: MessageView): boolean {
    return this.#byHand.has(placeOf(message));
  }

  /** Whether a translation is what is shown of a message. */
  isShown(message: MessageView): boolean {
    return this.of(message)?.kind === 'translated' && !this.showsOriginal(message);
  }

  showsOriginal(message: MessageView): boolean {
    return this.#originals.has(placeOf(message));
  }

  /** Shows what was written, or the translation. */
  toggle(message: MessageView): void {
    const place = placeOf(message);
    if (!this.#originals.delete(place)) this.#originals.add(place);
  }

  /** Whether this message is where it is said why a language is not translated. */
  saysSo(message: MessageView, reason: DeviceReason, from: string | null): boolean {
    return this.#spoken.get(spokenOf(message.chatId, reason, from)) === placeOf(message);
  }

  /** Has one message translated, or shown as it was written again. To be called when the person asks for it. */
  ask(message: MessageView): void {
    if (this.of(message)?.kind === 'translated') {
      this.toggle(message);
      return;
    }
    this.#byHand.add(placeOf(message));
    const language = this.languageOf(message);
    if (language !== null) this.#want(message, language, 0);
  }

  /** A message is in sight: what is not known of it and is wanted is asked for. */
  want(message: MessageView): void {
    const language = this.languageOf(message);
    if (language === null || message.text === '') return;
    if (this.#known.has(this.#keyOf(message, language))) return;
    const said = Date.parse(message.editedAt ?? message.postedAt);
    const live = !this.isByHand(message) && this.#options.clock.now() - said < LIVE_MS;
    this.#want(message, language, live ? LIVE_MS : 0);
  }

  /** What the live connection says. */
  heard(frame: TranslationFrame): void {
    this.#learn(frame.chatId, frame);
  }

  /** The live connection stands. */
  async connected(): Promise<void> {
    this.#asking.forgive();
    for (const key of this.#unanswered) this.#known.delete(key);
    this.#unanswered.clear();
    await this.wishes.connected();
  }

  /**
   * A chat's own words are others now: what the suite has translated there is wanted again. This device knows no such
   * words, and what it has translated stays.
   */
  glossaryChanged(chatId: string): void {
    for (const [key, { kind }] of [...this.#known]) {
      if (kind === 'asked' || !key.startsWith(`${chatId}/`) || key.endsWith(BY_THIS_DEVICE))
        continue;
      this.#known.delete(key);
    }
  }

  async loadOffer(): Promise<void> {
    this.#offer = await this.#options.fetchOffer();
  }

  /** The languages that the suite translates into, as far as that is known. */
  get suiteTargets(): readonly string[] {
    return [...new Set(this.#offer?.pairs.map(({ target }) => target))];
  }

  /** The languages that can be translated into, by this device when it is what translates. */
  async targets(): Promise<readonly string[]> {
    const { device } = this.#options;
    if (this.wishes.onDevice && device !== null) return device.languages();
    await this.loadOffer();
    return this.suiteTargets;
  }

  /** The languages that people may name in a command, also such as nobody can translate into. */
  readonly nameable = (): readonly string[] => {
    const offered = this.#offer?.languages.map(({ language }) => language) ?? [];
    return [...new Set([...LANGUAGES, ...offered])];
  };

  /** All of them: asks for what the suite has besides the usual ones, as long as that is not known. */
  readonly allNameable = async (): Promise<readonly string[]> => {
    // Without an answer the usual ones can be named; on this device there are no others.
    if (this.#offer === null && !this.wishes.onDevice) await this.loadOffer().catch(() => null);
    return this.nameable();
  };

  /** Has this device translate, once it can, or the suite again. Fails when this device can not. */
  async translateHere(on: boolean): Promise<void> {
    if (on) await this.#options.device?.prepare();
    this.wishes.onDevice = on;
  }

  /** What words of mine are in another language. Fails as the HttpClient does. */
  readonly translate = async ({
    text,
    target,
  }: TranslateCommand): Promise<TranslationView | null> => {
    const { device, translateText } = this.#options;
    if (!this.wishes.onDevice || device === null) return translateText(text, target);
    return viewOf(await device.translate(text, target, true), text, target);
  };

  dispose(): void {
    this.#asking.dispose();
    this.wishes.dispose();
  }

  #want(message: MessageView, language: string, inMs: number): void {
    const key = this.#keyOf(message, language);
    const { chatId, seq } = message;
    this.#remember(key, { kind: 'asked' });
    if (this.wishes.onDevice) void this.#translateOnDevice(message, key, language);
    else this.#asking.ask({ key, chatId, seq, language }, inMs);
  }

  async #translateOnDevice(message: MessageView, key: string, language: string): Promise<void> {
    const { device } = this.#options;
    if (device === null) return;
    const byHand = this.isByHand(message);
    const found = await device.translate(message.text, language, byHand);
    if (found.kind === 'translated') {
      this.#remember(key, { ...found, engine: THIS_DEVICE });
      if (byHand) this.#downloaded();
    } else {
      this.#remember(key, found);
      this.#speak(message, found.reason, found.from);
    }
  }

  /** What was missing on this device is there now: what waited for it is wanted again. */
  #downloaded(): void {
    for (const [key, known] of [...this.#known]) {
      if (known.kind === 'none' && known.reason === 'not-downloaded') this.#known.delete(key);
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
      this.#speak({ chatId, seq: message }, told.reason, from);
    }
  }

  #speak(place: Place, reason: DeviceReason, from: string | null): void {
    const spoken = spokenOf(place.chatId, reason, from);
    if (!this.#spoken.has(spoken)) this.#spoken.set(spoken, placeOf(place));
  }

  #remember(key: string, translation: Translation): void {
    this.#known.delete(key);
    this.#known.set(key, translation);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }

  /** What this device and what the suite have translated are kept apart. */
  #keyOf(message: MessageView, language: string): string {
    const by = this.wishes.onDevice ? BY_THIS_DEVICE : '';
    return `${placeOf(message)}/${String(message.version ?? 1)}/${language}${by}`;
  }
}

type Place = Pick<MessageView, 'chatId' | 'seq'>;

function placeOf({ chatId, seq }: Place): string {
  return `${chatId}/${String(seq)}`;
}

function spokenOf(chatId: string, reason: DeviceReason, from: string | null): string {
  return `${chatId}/${reason}/${from ?? ''}`;
}

/** In the shape of the suite. */
function viewOf(found: DeviceOutcome, text: string, target: string): TranslationView {
  const from = found.from;
  const known = from === null ? {} : { source: from };
  const named = { sourceLanguage: from === null ? '' : languageName(from), target, ...known };
  if (found.kind === 'translated') {
    return { ...named, translatedText: found.text, translated: true, engine: THIS_DEVICE };
  }
  const reason = found.reason === 'not-downloaded' ? 'no-engine' : found.reason;
  return { ...named, translatedText: text, translated: false, reason };
}

/** The translations of the person who is signed in. */
export const [useTranslations, provideTranslations] = createContext<Translations>();
