import { SvelteMap } from 'svelte/reactivity';
import type { MessageTranslationView } from '$platform/api/types';
import type { TranslationFrame } from '$platform/realtime';
import type { DeviceReason } from './onDevice';

/** Translations that are remembered; the oldest are forgotten. */
const REMEMBERED = 2_000;

/** What is known of a message in a language. */
export type Translation =
  | { readonly kind: 'asked' }
  | {
      readonly kind: 'translated';
      readonly text: string;
      readonly from: string;
      readonly engine: string;
    }
  | Untranslated;

export interface Untranslated {
  readonly kind: 'none';
  readonly reason: DeviceReason;
  readonly from: string | null;
}

/** What is known of texts of messages in languages, the newest of it. */
export class KnownTranslations {
  readonly #known = new SvelteMap<string, Translation>();

  get(key: string): Translation | undefined {
    return this.#known.get(key);
  }

  /** Whether it is on its way, or another time may go better. */
  isOpen(key: string): boolean {
    const known = this.#known.get(key);
    return known?.kind === 'asked' || (known !== undefined && hasFailed(known));
  }

  remember(key: string, translation: Translation): void {
    this.#known.delete(key);
    this.#known.set(key, translation);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }

  /** It is not on its way any more. */
  giveUp(key: string): void {
    if (this.#known.get(key)?.kind === 'asked') this.#known.delete(key);
  }

  /** Whatever is known of these is to be asked for anew. */
  forget(which: (translation: Translation, key: string) => boolean): void {
    for (const [key, known] of [...this.#known]) if (which(known, key)) this.#known.delete(key);
  }
}

/** Whether there is no translation for a reason that may pass by itself. */
export function hasFailed(known: Translation): boolean {
  return known.kind === 'none' && known.reason === 'engines-failed';
}

/** Whether this device lacks a language that it could have. */
export function isMissing(known: Translation): boolean {
  return known.kind === 'none' && known.reason === 'not-downloaded';
}

/** What the suite says of a message; null when it says nothing. */
export function translationOf(told: MessageTranslationView | TranslationFrame): Translation | null {
  const from = told.sourceLanguage ?? null;
  if ('text' in told && told.text !== undefined) {
    return { kind: 'translated', text: told.text, from: from ?? '', engine: told.engine ?? '' };
  }
  if ('reason' in told && told.reason !== undefined) {
    return { kind: 'none', reason: told.reason, from };
  }
  return null;
}
