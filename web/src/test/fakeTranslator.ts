import type { BrowserTranslation } from '$features/translation';

/** A browser that translates from Spanish by saying so, with what has been downloaded. */
export class FakeTranslator implements BrowserTranslation {
  /** Pairs, as `es-en`, that are on the device, or can be had. */
  readonly there = new Set<string>();
  readonly toBeHad = new Set<string>();
  /** What was given to the browser to translate. */
  readonly given: string[] = [];
  detectorThere = true;
  /** What the detector says, and how sure it is. */
  detected = { detectedLanguage: 'es', confidence: 0.98 };
  /** Models that are in memory. */
  open = 0;
  /** Whether somebody has pressed a button just now. */
  pressed = false;

  readonly Translator = {
    availability: ({ sourceLanguage, targetLanguage }: Pair) => {
      const pair = `${sourceLanguage}-${targetLanguage}`;
      const missing = this.toBeHad.has(pair) ? 'downloadable' : 'unavailable';
      return Promise.resolve(this.there.has(pair) ? 'available' : missing);
    },
    create: async ({ sourceLanguage, targetLanguage }: Pair) => {
      const pair = `${sourceLanguage}-${targetLanguage}`;
      if (!this.there.has(pair)) await this.#download();
      this.there.add(pair);
      return {
        ...this.#model(),
        translate: (text: string) => {
          this.given.push(text);
          return Promise.resolve(`${targetLanguage}(${text})`);
        },
      };
    },
  } satisfies BrowserTranslation['Translator'];

  readonly LanguageDetector = {
    availability: () => Promise.resolve(this.detectorThere ? 'available' : 'downloadable'),
    create: async () => {
      if (!this.detectorThere) await this.#download();
      this.detectorThere = true;
      return { ...this.#model(), detect: () => Promise.resolve([this.detected]) };
    },
  } satisfies BrowserTranslation['LanguageDetector'];

  #model() {
    this.open += 1;
    return { destroy: () => void (this.open -= 1) };
  }

  #download(): Promise<void> {
    const denied = new DOMException('a button has to be pressed', 'NotAllowedError');
    return this.pressed ? Promise.resolve() : Promise.reject(denied);
  }
}

interface Pair {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}
