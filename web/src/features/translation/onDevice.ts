import type { TranslationView, UntranslatedReason } from '$platform/api/types';
import { LANGUAGES, languageName, THIS_DEVICE } from './names';
import { cut } from './segments';

type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Pair {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

interface BrowserTranslator {
  translate(text: string): Promise<string>;
  destroy(): void;
}

interface BrowserDetector {
  /** Likeliest first; `und` where it does not know. */
  detect(
    text: string,
  ): Promise<readonly { readonly detectedLanguage?: string; readonly confidence?: number }[]>;
  destroy(): void;
}

/** What browsers with a translator of their own have (Translator and Language Detector APIs, Web Machine Learning CG). */
export interface BrowserTranslation {
  readonly Translator: {
    availability(pair: Pair): Promise<Availability>;
    /** Downloads what is missing, for which the person has to have done something just now. */
    create(pair: Pair): Promise<BrowserTranslator>;
  };
  readonly LanguageDetector: {
    availability(): Promise<Availability>;
    create(): Promise<BrowserDetector>;
  };
}

/** Why this device has no translation; `not-downloaded` is for the person to change. */
export type DeviceReason = UntranslatedReason | 'not-downloaded';

export type DeviceOutcome =
  | { readonly kind: 'translated'; readonly text: string; readonly from: string }
  | { readonly kind: 'none'; readonly reason: DeviceReason; readonly from: string | null };

/** Below it a language is not recognised (guessed: the browsers document no measure). */
const SURE = 0.5;
/** Translators that are kept open; each holds a model in memory. */
const OPEN = 4;

/** The translator of this browser; null where there is none. */
export function browserTranslation(scope: object = globalThis): BrowserTranslation | null {
  return 'Translator' in scope && 'LanguageDetector' in scope
    ? (scope as unknown as BrowserTranslation)
    : null;
}

/**
 * Translates within the browser: no text leaves the device. Of a text only the words between what has to stay as it is
 * are translated.
 */
export class OnDeviceTranslator {
  readonly #browser: BrowserTranslation;
  #detector: Promise<BrowserDetector> | null = null;
  readonly #open = new Map<string, Promise<BrowserTranslator>>();
  readonly #waiting: (() => Promise<void>)[] = [];
  #working = false;
  #disposed = false;

  constructor(browser: BrowserTranslation) {
    this.#browser = browser;
  }

  /** Makes ready what every translation needs. Fails when the browser can not; to be called when somebody presses a button. */
  async prepare(): Promise<void> {
    await this.#ready();
  }

  /** The languages that the browser can translate into. */
  async languages(): Promise<readonly string[]> {
    const able = await Promise.all(LANGUAGES.map((code) => this.#canReach(code)));
    return LANGUAGES.filter((_, at) => able[at]);
  }

  /**
   * At once, since the browser forgets soon that somebody pressed a button; to be called when they did: it downloads what
   * is missing. Never fails.
   */
  translateNow(text: string, target: string): Promise<DeviceOutcome> {
    return this.#tried(text, target, true);
  }

  /**
   * With what is on the device, one text after the other: first what was asked for last, as that is what somebody looks
   * at. Null when it is not wanted any more when its turn comes. Never fails.
   */
  translateInTurn(
    text: string,
    target: string,
    wanted: () => boolean,
  ): Promise<DeviceOutcome | null> {
    return new Promise((resolve) => {
      this.#waiting.push(async () => {
        const still = wanted() && !this.#disposed;
        resolve(still ? await this.#tried(text, target, false) : null);
      });
      if (!this.#working) void this.#work();
    });
  }

  /** Gives back what the browser keeps in memory for it. */
  dispose(): void {
    this.#disposed = true;
    destroyed(this.#detector);
    for (const translator of this.#open.values()) destroyed(translator);
    this.#detector = null;
    this.#open.clear();
  }

  async #work(): Promise<void> {
    this.#working = true;
    // What comes into sight together waits together.
    await Promise.resolve();
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      await next();
    }
    this.#working = false;
  }

  async #tried(text: string, target: string, mayDownload: boolean): Promise<DeviceOutcome> {
    try {
      return await this.#translate(text, target, mayDownload);
    } catch (error) {
      return { kind: 'none', reason: reasonOf(error), from: null };
    }
  }

  async #translate(text: string, target: string, mayDownload: boolean): Promise<DeviceOutcome> {
    const segments = cut(text);
    const words = segments.filter(({ kept }) => !kept).map((segment) => segment.text);
    if (words.length === 0) return { kind: 'none', reason: 'no-words', from: null };
    if (!mayDownload && (await this.#browser.LanguageDetector.availability()) !== 'available') {
      return { kind: 'none', reason: 'not-downloaded', from: null };
    }
    const from = await this.#detect(words.join(' '));
    if (from === null) return { kind: 'none', reason: 'unsure', from: null };
    if (from === target) return { kind: 'none', reason: 'same-language', from };
    const obstacle = await this.#obstacle(from, target, mayDownload);
    if (obstacle !== null) return { kind: 'none', reason: obstacle, from };
    const translator = await this.#translator(from, target);
    let translated = '';
    for (const segment of segments) {
      translated += segment.kept ? segment.text : await inPlace(segment.text, translator);
    }
    return { kind: 'translated', text: translated, from };
  }

  async #obstacle(
    from: string,
    target: string,
    mayDownload: boolean,
  ): Promise<DeviceReason | null> {
    const pair = { sourceLanguage: from, targetLanguage: target };
    const there = await this.#browser.Translator.availability(pair);
    if (there === 'unavailable') return 'no-engine';
    return there === 'available' || mayDownload ? null : 'not-downloaded';
  }

  /** The language of a text without its region; null when that is not sure. */
  async #detect(text: string): Promise<string | null> {
    const [likeliest] = await (await this.#ready()).detect(text);
    const { detectedLanguage = 'und', confidence = 0 } = likeliest ?? {};
    return confidence < SURE || detectedLanguage === 'und' ? null : baseOf(detectedLanguage);
  }

  /** One that could not be made is made anew the next time. */
  #ready(): Promise<BrowserDetector> {
    this.#stillThere();
    const detector = this.#detector ?? this.#browser.LanguageDetector.create();
    this.#detector = detector;
    detector.catch(() => (this.#detector = null));
    return detector;
  }

  #translator(from: string, target: string): Promise<BrowserTranslator> {
    this.#stillThere();
    const key = `${from}/${target}`;
    const pair = { sourceLanguage: from, targetLanguage: target };
    const translator = this.#open.get(key) ?? this.#browser.Translator.create(pair);
    this.#open.delete(key);
    this.#open.set(key, translator);
    translator.catch(() => this.#open.delete(key));
    const [oldest] = this.#open;
    if (this.#open.size > OPEN && oldest !== undefined) {
      this.#open.delete(oldest[0]);
      destroyed(oldest[1]);
    }
    return translator;
  }

  /** Nothing is opened that nobody would close. */
  #stillThere(): void {
    if (this.#disposed) throw new DOMException('nobody is signed in', 'AbortError');
  }

  /** From English, or into English: what a browser can translate, it can by way of English. */
  async #canReach(target: string): Promise<boolean> {
    const sourceLanguage = target === 'en' ? 'es' : 'en';
    const pair = { sourceLanguage, targetLanguage: target };
    const there = await this.#browser.Translator.availability(pair).catch(() => 'unavailable');
    return there !== 'unavailable';
  }
}

/** What could not be made needs no end. */
function destroyed(model: Promise<{ destroy(): void }> | null): void {
  model?.then(
    (one) => {
      one.destroy();
    },
    () => undefined,
  );
}

/** What ends the words before, and the space around, is not given away: it would not come back. */
async function inPlace(text: string, translator: BrowserTranslator): Promise<string> {
  const words = text.replace(/^[\s.,;:!?)…]+/u, '').trimEnd();
  const at = text.indexOf(words);
  const translated = (await translator.translate(words)).trim();
  return text.slice(0, at) + translated + text.slice(at + words.length);
}

/** The browser wants a button to be pressed before it downloads anything. */
function reasonOf(error: unknown): DeviceReason {
  const denied = error instanceof DOMException && error.name === 'NotAllowedError';
  return denied ? 'not-downloaded' : 'engines-failed';
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}

/** What came of a text in the shape of the suite. */
export function viewOf(found: DeviceOutcome, text: string, target: string): TranslationView {
  const from = found.from;
  const known = from === null ? {} : { source: from };
  const named = { sourceLanguage: from === null ? '' : languageName(from), target, ...known };
  if (found.kind === 'translated') {
    return { ...named, translatedText: found.text, translated: true, engine: THIS_DEVICE };
  }
  const reason = found.reason === 'not-downloaded' ? 'no-engine' : found.reason;
  return { ...named, translatedText: text, translated: false, reason };
}
