import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type {
  MessageTranslationView,
  MessageView,
  TranslationOffer,
  TranslationView,
} from '$platform/api/types';
import type { TranslationFrame } from '$platform/realtime';
import { Asking } from './asking';
import type { TranslateCommand } from './command';
import {
  hasFailed,
  isMissing,
  KnownTranslations,
  translationOf,
  type Translation,
  type Untranslated,
} from './known';
import { LANGUAGES, THIS_DEVICE } from './names';
import { viewOf, type DeviceOutcome, type DeviceReason } from './onDevice';
import { InSight, placeOf, type Place } from './places';
import { SpokenReasons } from './spoken';
import type { TranslationsOptions } from './translationsOptions';
import { Wishes } from './wishes.svelte';

/** The live connection brings the translation of what was said just now; when it has not by then, it is asked for. */
export const LIVE_MS = 5_000;

/** How the keys of what this device has translated end. */
const BY_THIS_DEVICE = `/${THIS_DEVICE}`;

/**
 * What the messages in sight say in the language I read. What is said now comes by the live connection, everything else
 * is asked for; or this device translates, and no text leaves it. My own words are never translated for me.
 */
export class Translations {
  readonly wishes: Wishes;
  readonly #options: TranslationsOptions;
  readonly #asking: Asking;
  #offer = $state.raw<TranslationOffer | null>(null);
  readonly #known = new KnownTranslations();
  readonly #sight = new InSight();
  /** Messages that I asked for one by one. */
  readonly #byHand = new SvelteSet<string>();
  /** Messages of which I want to see what was written. */
  readonly #originals = new SvelteSet<string>();
  readonly #spoken = new SpokenReasons();
  #disposed = false;

  constructor(options: TranslationsOptions) {
    this.#options = options;
    this.#asking = new Asking({
      clock: options.clock,
      fetch: options.fetchTranslations,
      open: ({ key, language, ...place }) =>
        this.#known.isOpen(key) && !this.wishes.onDevice && this.#languageAt(place) === language,
      inSight: (wanted) => this.#sight.has(wanted),
      learned: (chatId, found) => {
        this.#learn(chatId, found);
      },
      failed: ({ key }) => {
        this.#known.remember(key, { kind: 'none', reason: 'engines-failed', from: null });
      },
      dropped: ({ key }) => {
        this.#known.giveUp(key);
      },
    });
    this.wishes = new Wishes({
      ...options,
      hasDevice: options.device !== null,
      changed: () => {
        this.#asking.sift();
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
    return message.senderId === this.#options.me ? null : this.#languageAt(message);
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
    return this.#spoken.isSaidBy(message, reason, from);
  }

  /** Has one message translated, or shown as it was written again. To be called when the person asks for it. */
  ask(message: MessageView): void {
    if (this.of(message)?.kind === 'translated') {
      this.toggle(message);
      return;
    }
    this.#byHand.add(placeOf(message));
    const language = this.languageOf(message);
    if (language === null) return;
    const key = this.#keyOf(message, language);
    const { chatId, seq } = message;
    this.#known.remember(key, { kind: 'asked' });
    if (this.wishes.onDevice) void this.#translateNow(message, key, language);
    else this.#asking.ask({ key, chatId, seq, language });
  }

  /**
   * A message is in sight, until the returned function is called: what is not known of it and is wanted is asked for, and
   * what failed is asked for again from time to time.
   */
  want(message: MessageView): () => void {
    const leave = this.#sight.enter(message);
    const language = this.languageOf(message);
    if (language !== null && message.text !== '') this.#want(message, language);
    return leave;
  }

  /** What the live connection says. */
  heard(frame: TranslationFrame): void {
    const key = this.#learn(frame.chatId, frame);
    const { chatId, message, language } = frame;
    if (this.#known.isOpen(key)) this.#asking.askLater({ key, chatId, seq: message, language });
  }

  /** The live connection stands. */
  async connected(): Promise<void> {
    this.#asking.forgive();
    await this.wishes.connected();
  }

  /**
   * A chat's own words are others now: what the suite has translated there is wanted again. This device knows no such
   * words, and what it has translated stays.
   */
  glossaryChanged(chatId: string): void {
    this.#known.forget(
      ({ kind }, key) =>
        kind !== 'asked' && key.startsWith(`${chatId}/`) && !key.endsWith(BY_THIS_DEVICE),
    );
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
    return viewOf(await device.translateNow(text, target), text, target);
  };

  dispose(): void {
    this.#disposed = true;
    this.#asking.dispose();
    this.wishes.dispose();
    this.#options.device?.dispose();
  }

  /** What has been asked for by hand is read in my language, also where nothing else is. */
  #languageAt(place: Place): string | null {
    const byHand = this.#byHand.has(placeOf(place)) ? this.wishes.language : null;
    return this.wishes.languageIn(place.chatId) ?? byHand;
  }

  #want(message: MessageView, language: string): void {
    const key = this.#keyOf(message, language);
    const { chatId, seq } = message;
    const known = this.#known.get(key);
    const failed = known !== undefined && hasFailed(known) && !this.wishes.onDevice;
    if (known !== undefined && !failed) return;
    if (known === undefined) this.#known.remember(key, { kind: 'asked' });
    if (this.wishes.onDevice) void this.#translateInTurn(message, key, language);
    else if (failed) this.#asking.askAgain({ key, chatId, seq, language });
    else this.#asking.ask({ key, chatId, seq, language }, this.#liveFor(message));
  }

  /** For how long the live connection may still bring it. */
  #liveFor(message: MessageView): number {
    const said = Date.parse(message.editedAt ?? message.postedAt);
    const live = !this.isByHand(message) && this.#options.serverNow() - said < LIVE_MS;
    return live ? LIVE_MS : 0;
  }

  async #translateNow(message: MessageView, key: string, language: string): Promise<void> {
    const found = await this.#options.device?.translateNow(message.text, language);
    if (found === undefined || this.#disposed) return;
    this.#rememberHere(message, key, found);
    // What waited for a language that was missing is wanted again.
    if (found.kind === 'translated') this.#known.forget(isMissing);
  }

  async #translateInTurn(message: MessageView, key: string, language: string): Promise<void> {
    const found = await this.#options.device?.translateInTurn(
      message.text,
      language,
      () =>
        this.wishes.onDevice && this.#languageAt(message) === language && this.#sight.has(message),
    );
    if (found === undefined || this.#disposed) return;
    if (found === null) this.#known.giveUp(key);
    else this.#rememberHere(message, key, found);
  }

  #rememberHere(message: MessageView, key: string, found: DeviceOutcome): void {
    if (found.kind === 'translated') this.#known.remember(key, { ...found, engine: THIS_DEVICE });
    else this.#notTranslated(message, key, found);
  }

  #learn(chatId: string, told: MessageTranslationView | TranslationFrame): string {
    const { message: seq, version, language } = told;
    const key = `${placeOf({ chatId, seq })}/${String(version)}/${language}`;
    const found = translationOf(told);
    if (found?.kind === 'none') this.#notTranslated({ chatId, seq }, key, found);
    else if (found !== null) this.#known.remember(key, found);
    return key;
  }

  #notTranslated(place: Place, key: string, found: Untranslated): void {
    // A translation that there is does not go because another attempt failed.
    if (hasFailed(found) && this.#known.get(key)?.kind === 'translated') return;
    this.#known.remember(key, found);
    this.#spoken.hear(place, found.reason, found.from);
  }

  /** What this device and what the suite have translated are kept apart. */
  #keyOf(message: MessageView, language: string): string {
    const by = this.wishes.onDevice ? BY_THIS_DEVICE : '';
    return `${placeOf(message)}/${String(message.version ?? 1)}/${language}${by}`;
  }
}

/** The translations of the person who is signed in. */
export const [useTranslations, provideTranslations] = createContext<Translations>();
