import type { TranslationPreferences } from '$platform/api/types';
import { i18n } from '$platform/i18n';
import type { RealtimeClock } from '$platform/realtime';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import { keepPreferences, PREFERENCES_KEY, preferencesFrom } from './keptPreferences';
import { restAfter } from './rest';

const ON_DEVICE = 'translation.onDevice';

/** What the live connection is told. */
export interface ReadIn {
  /** Null when nothing is to be translated. */
  readonly language: string | null;
  readonly everything: boolean;
  readonly chats: readonly string[];
}

export interface WishesOptions {
  readonly clock: Pick<RealtimeClock, 'after' | 'random'>;
  /** Tells the live connection what I want; false when there is none. */
  readonly readIn: (wish: ReadIn) => boolean;
  readonly fetchPreferences: () => Promise<TranslationPreferences>;
  readonly savePreferences: (
    wish: Pick<TranslationPreferences, 'language' | 'everything'>,
  ) => Promise<TranslationPreferences>;
  readonly saveChatChoice: (chatId: string, translate: boolean) => Promise<void>;
  readonly dropChatChoice: (chatId: string) => Promise<void>;
  readonly storage: KeyedStorage;
  /** Whether this browser has a translator of its own. */
  readonly hasDevice: boolean;
  /** What I want, or who translates it, may be something else now. */
  readonly changed: () => void;
}

/**
 * What I want to read in which language: in general, and chat by chat. It is kept at the suite, and here, to begin with
 * when the suite can not be asked; and told to the live connection each time it stands. That this device is to translate
 * is kept here only, and then the suite is asked nothing.
 */
export class Wishes {
  readonly #options: WishesOptions;
  #preferences = $state.raw<TranslationPreferences | null>(null);
  #onDevice = $state(false);
  /** Whether the suite has said since this visit began what they are. */
  #confirmed = false;
  /** Counts what is chosen and asked for: an answer from before a choice, or before a newer answer, changes nothing. */
  #asked = 0;
  #asOf = 0;
  #stopRetry: () => void = () => undefined;
  readonly #unwatch: () => void;
  #disposed = false;

  constructor(options: WishesOptions) {
    this.#options = options;
    this.#onDevice = options.storage.get(ON_DEVICE) !== null;
    this.#preferences = preferencesFrom(options.storage.get(PREFERENCES_KEY));
    this.#unwatch = options.storage.watch((key, value) => {
      if (key === ON_DEVICE) this.#translateHere(value !== null);
      const preferences = key === PREFERENCES_KEY ? preferencesFrom(value) : null;
      if (preferences !== null) this.#know(preferences);
    });
  }

  /** As they were last known; null when they never were. */
  get preferences(): TranslationPreferences | null {
    return this.#preferences;
  }

  /** Whether the suite has said since this visit began what the preferences are. */
  get confirmed(): boolean {
    return this.#confirmed;
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

  /**
   * Has everything come in a language, or as it was written; that language is then still the one for single chats. Fails
   * as the HttpClient does; then everything is as before.
   */
  async choose(language: string | null): Promise<void> {
    await this.#save(language ?? (await this.#certain()).language ?? null, language !== null);
  }

  /** Reads one chat in my language, or as it is written. Fails as the HttpClient does. */
  async chooseChat(chatId: string, translate: boolean): Promise<void> {
    const { saveChatChoice, dropChatChoice } = this.#options;
    const { language = null, everything } = await this.#certain();
    if (translate && language === null) await this.#save(i18n.language, everything);
    // What is so in general is not said of a chat: it follows when that is changed.
    if (translate === everything) await dropChatChoice(chatId);
    else await saveChatChoice(chatId, translate);
    const known = await this.#certain();
    const others = Object.entries(known.chats).filter(([id]) => id !== chatId);
    const chosen = translate === everything ? [] : [[chatId, translate] as const];
    this.#know({ ...known, chats: Object.fromEntries([...others, ...chosen]) });
  }

  dispose(): void {
    this.#disposed = true;
    this.#stopRetry();
    this.#unwatch();
  }

  async #load(attempt: number): Promise<void> {
    const { clock } = this.#options;
    this.#stopRetry();
    try {
      await this.#fetch();
    } catch {
      // What was known stays in force; without anything known, nothing is translated.
      if (this.#disposed) return;
      this.#stopRetry();
      this.#stopRetry = clock.after(restAfter(attempt, clock), () => void this.#load(attempt + 1));
    }
  }

  /** The preferences as the suite has them; nothing else is changed by halves. Fails as the HttpClient does. */
  async #certain(): Promise<TranslationPreferences> {
    const known = this.#confirmed ? this.#preferences : null;
    return known ?? this.#fetch();
  }

  async #fetch(): Promise<TranslationPreferences> {
    this.#asked += 1;
    const asOf = this.#asked;
    const found = await this.#options.fetchPreferences();
    if (asOf > this.#asOf) this.#know(found, asOf);
    return this.#preferences ?? found;
  }

  async #save(language: string | null, everything: boolean): Promise<void> {
    this.#know(await this.#options.savePreferences({ language, everything }));
  }

  #know(preferences: TranslationPreferences, asOf = (this.#asked += 1)): void {
    if (this.#disposed) return;
    this.#asOf = asOf;
    this.#confirmed = true;
    this.#preferences = preferences;
    this.#stopRetry();
    keepPreferences(this.#options.storage, preferences);
    this.#tell();
    this.#options.changed();
  }

  #translateHere(on: boolean): void {
    this.#onDevice = on;
    this.#tell();
    this.#options.changed();
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
