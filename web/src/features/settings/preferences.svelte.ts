import { createContext } from 'svelte';
import type { Language, Preferences as PreferencesView, Theme } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import { i18n, isSpoken, negotiate } from '$platform/i18n';

const LANGUAGE_KEY = 'tertulia.language';
const THEME_KEY = 'tertulia.theme';
/** `--ground` of tokens.css: the bar of the window has the colour of what is below it. */
const GROUNDS = { light: '#f6f4f0', dark: '#151716' } as const;

/**
 * Language and theme, in force on the whole page. Kept in this browser, so that the next visit begins with them,
 * and at the suite, so that they follow the person. Without a wish the browser decides.
 */
export class Preferences {
  #language = $state<Language | null>(null);
  #theme = $state<Theme>('system');
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    const language = storage.getItem(LANGUAGE_KEY);
    const theme = storage.getItem(THEME_KEY);
    this.#apply({
      language: isSpoken(language) ? language : null,
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    });
  }

  /** Null means: as the browser wishes. */
  get language(): Language | null {
    return this.#language;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Changes what is in force here, without telling the suite: before anybody is signed in. */
  choose(change: Partial<PreferencesView>): void {
    this.#apply({ language: this.#language, theme: this.#theme, ...change });
  }

  /** Takes over what the suite keeps for the person; what they chose before they came in is kept for them. */
  async load(http: HttpClient): Promise<void> {
    const kept = await http.get<PreferencesView>('/users/me/preferences');
    const language = kept.language ?? this.#language;
    const theme = kept.theme === 'system' ? this.#theme : kept.theme;
    this.#apply({ language, theme });
    if (language !== (kept.language ?? null) || theme !== kept.theme) await this.save(http, {});
  }

  /** Changes what is in force at once, then tells the suite. */
  async save(http: HttpClient, change: Partial<PreferencesView>): Promise<void> {
    this.choose(change);
    const view: PreferencesView = { language: this.#language, theme: this.#theme };
    await http.put('/users/me/preferences', view);
  }

  #apply({ language = null, theme }: PreferencesView): void {
    this.#language = language;
    this.#theme = theme;
    keep(this.#storage, LANGUAGE_KEY, language);
    keep(this.#storage, THEME_KEY, theme === 'system' ? null : theme);
    i18n.speak(language ?? negotiate(navigator.languages));
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    paintWindow(theme);
  }
}

/** Where the system decides, each colour is for the scheme that it names. */
function paintWindow(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const scheme = meta.getAttribute('media')?.includes('dark') === true ? 'dark' : 'light';
    meta.content = GROUNDS[theme === 'system' ? scheme : theme];
  }
}

function keep(storage: Storage, key: string, value: string | null): void {
  if (value === null) storage.removeItem(key);
  else storage.setItem(key, value);
}

export const [usePreferences, providePreferences] = createContext<Preferences>();
