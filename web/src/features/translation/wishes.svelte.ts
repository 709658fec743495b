import type { TranslationPreferences } from '$platform/api/types';
import { i18n } from '$platform/i18n';
import type { RealtimeClock } from '$platform/realtime';
import type { KeyedStorage } from '$platform/storage/keyedStorage';

const ON_DEVICE = 'translation.onDevice';
/** Before preferences that could not be had are asked for again; longer each time. */
const RETRY_MS = 5_000;
const TRIES = 5;
const NOTHING: TranslationPreferences = { language: null, everything: false, chats: {} };

/** What the live connection is told. */
export interface ReadIn {
  /** Null when nothing is to be translated. */
  readonly language: string | null;
  readonly everything: boolean;
  readonly chats: readonly string[];
}

export interface WishesOptions {
  readonly clock: Pick<RealtimeClock, 'after'>;
  /** Tells the live connection what I want; false when there is none. */
  readonly readIn: (wish: ReadIn) => boolean;
  readonly fetchPreferences: () => Promise<TranslationPreferences>;
  readonly savePreferences: (
    wish: Pick<TranslationPreferences, 'language' | 'everything'>,
  ) => Promise<TranslationPreferences>;
  readonly saveChatChoice: (chatId: string, translate: boolean) => Promise<void>;
  readonly storage: KeyedStorage;
  /** Whether this browser has a translator of its own. */
  readonly hasDevice: boolean;
}

/**
 * What I want to read in which language: in general, and chat by chat. It is kept at the suite, and told to the live
 * connection each time it stands; that this device is to translate is kept here, and then the suite is asked nothing.
 */
export class Wishes {
  readonly #options: WishesOptions;
  #preferences = $state.raw<TranslationPreferences | null>(null);
  #onDevice = $state(false);
  /** Counts what was chosen and asked for: an answer from before a choice changes nothing. */
  #asOf = 0;
  #stopRetry: () => void = () => undefined;
  readonly #unwatch: () => void;

  constructor(options: WishesOptions) {
    this.#options = options;
    this.#onDevice = options.storage.get(ON_DEVICE) !== null;
    this.#unwatch = options.storage.watch((key, value) => {
      if (key === ON_DEVICE) this.#translateHere(value !== null);
    });
  }

  /** Null until they are known. */
  get preferences(): TranslationPreferences | null {
    return this.#preferences;
  }

  /** Whether this device translates, and not the suite. */
  get onDevice(): boolean {
    return this.#onDevice && this.#options.hasDevice;
  }

  set onDevice(on: boolean) {
    const { storage } = this.#options;
    if (on) storage.set(ON_DEVICE, 'on');
    else storage.remove(ON_DEVICE);
    this.#translateHere(on);
  }

  /** The language that I read in; that of the page when I have chosen none. */
  get language(): string {
    return this.#preferences?.language ?? i18n.language;
  }

  /** The language that I read a chat in; null when I read it as it was written. */
  languageIn(chatId: string): string | null {
    const wish = this.#preferences;
    return (wish?.chats[chatId] ?? wish?.everything) === true ? (wish?.language ?? null) : null;
  }

  /** The live connection stands: it is told what I want, which may have been changed elsewhere meanwhile. */
  async connected(): Promise<void> {
    this.#tell();
    await this.#load(1);
  }

  /** Fails as the HttpClient does; then everything is as before. */
  async choose(language: string | null, everything: boolean): Promise<void> {
    const saved = await this.#options.savePreferences({ language, everything });
    this.#know(saved);
  }

  /** Reads one chat in my language, or as it is written. Fails as the HttpClient does. */
  async chooseChat(chatId: string, translate: boolean): Promise<void> {
    const chosen = this.#preferences?.language ?? null;
    if (translate && chosen === null) await this.choose(i18n.language, false);
    await this.#options.saveChatChoice(chatId, translate);
    const known = this.#preferences ?? NOTHING;
    this.#know({ ...known, chats: { ...known.chats, [chatId]: translate } });
  }

  dispose(): void {
    this.#stopRetry();
    this.#unwatch();
  }

  async #load(attempt: number): Promise<void> {
    this.#stopRetry();
    const asOf = (this.#asOf += 1);
    try {
      const known = await this.#options.fetchPreferences();
      if (asOf === this.#asOf) this.#know(known);
    } catch {
      // What was known stays in force; without anything known, nothing is translated.
      if (asOf !== this.#asOf || attempt >= TRIES) return;
      this.#stopRetry = this.#options.clock.after(RETRY_MS * attempt, () => {
        void this.#load(attempt + 1);
      });
    }
  }

  #know(preferences: TranslationPreferences): void {
    this.#asOf += 1;
    this.#preferences = preferences;
    this.#tell();
  }

  #translateHere(on: boolean): void {
    this.#onDevice = on;
    this.#tell();
  }

  #tell(): void {
    const wish = this.#preferences;
    if (wish === null) return;
    const { language = null, everything } = wish;
    const apart = Object.keys(wish.chats).filter((id) => wish.chats[id] !== everything);
    const nothing = { language: null, everything: false, chats: [] };
    this.#options.readIn(this.onDevice ? nothing : { language, everything, chats: apart });
  }
}
