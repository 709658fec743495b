import type { ReadingView } from '$platform/api/types';
import { isAbort, type HttpClient } from '$platform/http';
import { describeError, i18n } from '$platform/i18n';
import { readSentence } from './remindersApi';

/** A sentence is read so long after the last keystroke. */
const PAUSE_MS = 250;

/** What somebody writes of what and when, and how the suite reads it. The reading of an older text never shows. */
export class Sentence {
  text = $state('');
  readonly #http: HttpClient;
  readonly #cut: (text: string) => string;
  #reading = $state.raw<ReadingView | null>(null);
  #refusal = $state<string | null>(null);
  #aborter = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param cut what of the text says what and when; all of it when absent */
  constructor(http: HttpClient, cut: (text: string) => string = (text) => text) {
    this.#http = http;
    this.#cut = cut;
  }

  /** As the whole text is read; null while that is not known, and when it can not be. */
  get reading(): ReadingView | null {
    return this.#reading;
  }

  /** Why the text can not be read. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** The text has changed: it is read soon. */
  changed(): void {
    this.#forget();
    if (this.#cut(this.text).trim() !== '')
      this.#timer = setTimeout(() => void this.read(), PAUSE_MS);
  }

  /** Reads the text now; null when that can not be done. */
  async read(): Promise<ReadingView | null> {
    this.#forget();
    const aborter = (this.#aborter = new AbortController());
    try {
      const { signal } = aborter;
      const reading = await readSentence(this.#http, this.#cut(this.text), i18n.language, signal);
      if (aborter.signal.aborted) return null;
      this.#reading = reading;
    } catch (error) {
      if (aborter.signal.aborted || isAbort(error)) return null;
      this.#refusal = describeError(error);
    }
    return this.#reading;
  }

  clear(): void {
    this.text = '';
    this.#forget();
  }

  dispose(): void {
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#aborter.abort();
    this.#reading = null;
    this.#refusal = null;
  }
}
